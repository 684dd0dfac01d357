import { signal } from '@preact/signals';
import type { Mark, Part, ReplayIndex } from '../contract/replay';
import { Session } from '../link/session';
import { language } from '../texts/texts';
import { partBy, Reader, stepsBy } from './reader';

/** As many parts are kept in memory; the one on screen is never among those that go. */
export const mostParts = 8;

/** What a server answers who says no. */
export class Refused extends Error {}

export type Fetch = (address: string) => Promise<unknown>;

export async function fetchJson(address: string): Promise<unknown> {
  const answer = await fetch(address, { credentials: 'same-origin', headers: { accept: 'application/json' } });
  if (answer.ok) return answer.json();
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string };
  throw new Refused(problem.detail ?? `${answer.status}`);
}

/** One drill through one seat's eyes: fetches its parts as they are needed, and shows a moment of it in a session that has no link. */
export class Player {
  readonly session: Session;
  readonly index = signal<ReplayIndex | null>(null);
  readonly marks = signal<readonly Mark[]>([]);
  /** A part is under way for what was asked; what is on screen is still the moment before. */
  readonly loading = signal(false);
  readonly failed = signal<string | null>(null);
  /** What is on screen comes from a part that ends before its time. */
  readonly broken = signal(false);
  readonly reader = new Reader();
  readonly drill: string;
  readonly #fetch: Fetch;
  readonly #parts = new Map<number, Promise<Part>>();
  #speaks: string;
  #wanted: { n: number; step: number | null; at: number } | null = null;
  #at: { n: number; step: number } | null = null;

  constructor(drill: string, speaks: string = language(), load: Fetch = fetchJson) {
    this.drill = drill;
    this.#fetch = load;
    this.#speaks = speaks;
    this.session = new Session(drill, () => Promise.reject(new Error('A recording has no link.')), { looks: 'recorded' });
    this.session.evidenceAt = (id) => this.#address(`/evidence/${encodeURIComponent(id)}`);
  }

  /** Opens it through a seat's eyes, one's own by default, and shows a moment. */
  async open(seat: string | null, at: number): Promise<ReplayIndex> {
    const index = (await this.#fetch(this.#address('', seat))) as ReplayIndex;
    this.#parts.clear();
    this.#loaded.clear();
    this.#at = null;
    this.marks.value = [];
    this.index.value = index;
    await this.go(Math.min(at, index.at));
    return index;
  }

  /** Later than what is to be seen first. */
  async loadMarks(): Promise<void> {
    const seat = this.index.value?.seat;
    const marks = (await this.#fetch(this.#address('/marks'))) as Mark[];
    if (this.index.value?.seat === seat) this.marks.value = marks;
  }

  /** To a moment: all that happened by then. */
  go(at: number): Promise<void> {
    const index = this.index.value;
    if (index === null || index.parts.length === 0) return Promise.resolve();
    return this.#show({ n: partBy(index.parts, at), step: null, at });
  }

  /** One change further, or back; the drill time at which it then stands, null at either end. */
  async step(by: 1 | -1): Promise<number | null> {
    const [index, here] = [this.index.value, this.#at];
    if (index === null || here === null) return null;
    let [n, step] = [here.n, here.step + by];
    if (step > (await this.#part(n)).steps.length) [n, step] = [n + 1, 1];
    else if (step < 0) [n, step] = [n - 1, -1];
    if (n < 0 || n >= index.parts.length) return null;
    const part = await this.#part(n);
    if (step === -1) step = Math.max(0, part.steps.length - 1);
    if (step > part.steps.length) return null;
    const at = step === 0 ? part.at : (part.steps[step - 1]?.at ?? part.at);
    await this.#show({ n, step, at });
    return at;
  }

  async #show(wanted: { n: number; step: number | null; at: number }): Promise<void> {
    this.#wanted = wanted;
    const known = this.#loaded.get(wanted.n);
    try {
      this.loading.value = known === undefined;
      const part = known ?? (await this.#part(wanted.n));
      // Meanwhile somewhere else was wanted: that one draws.
      if (this.#wanted !== wanted) return;
      this.#draw(part, wanted.step ?? stepsBy(part, wanted.at), wanted.at);
      this.failed.value = null;
      this.#ahead(part, wanted.n);
    } catch (error) {
      if (this.#wanted === wanted) this.failed.value = error instanceof Refused ? error.message : '';
    } finally {
      if (this.#wanted === wanted) this.loading.value = false;
    }
  }

  readonly #loaded = new Map<number, Part>();

  #draw(part: Part, step: number, at: number): void {
    const index = this.index.value;
    if (index === null) return;
    const shown = this.reader.show(part, step);
    this.#at = { n: part.n, step };
    this.broken.value = part.broken === true && step === part.steps.length;
    const control = index.teamRole === undefined;
    // With an observer's part in it, control's screens offer nothing to press.
    this.session.show({ seat: control ? 'control.observer.0' : index.seat, teamRole: index.teamRole ?? null, control }, shown.team, shown.own, at, index.walls);
  }

  /** The next part before it is needed. */
  #ahead(part: Part, n: number): void {
    const next = n + 1;
    if (this.#at !== null && this.#at.step > part.steps.length / 2 && next < (this.index.value?.parts.length ?? 0)) void this.#part(next).catch(() => undefined);
  }

  #part(n: number): Promise<Part> {
    const known = this.#parts.get(n);
    if (known !== undefined) {
      this.#parts.delete(n);
      this.#parts.set(n, known);
      return known;
    }
    const seat = this.index.value?.seat;
    const part = this.#fetch(this.#address(`/parts/${n}`)).then((found) => {
      if (this.index.value?.seat === seat) this.#loaded.set(n, found as Part);
      return found as Part;
    });
    this.#parts.set(n, part);
    part.catch(() => this.#parts.delete(n));
    for (const old of this.#parts.keys()) {
      if (this.#parts.size <= mostParts) break;
      if (old === n || old === this.#at?.n) continue;
      this.#parts.delete(old);
      this.#loaded.delete(old);
    }
    return part;
  }

  #address(path: string, seat: string | null = this.index.value?.seat ?? null): string {
    const asked = new URLSearchParams({ language: this.#speaks, ...(seat === null ? {} : { seat }) });
    return `/api/v1/drills/${encodeURIComponent(this.drill)}/replay${path}?${asked}`;
  }
}
