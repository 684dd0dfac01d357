import { signal } from '@preact/signals';
import { controlKinds, quietKinds, type Command } from '../contract/commands';
import type { Answer, RoomNotice } from '../contract/messages';
import type { Hub } from './hub';
import { keptNowhere, type Kept } from './kept';

const freshMs = 2 * 60_000;
/** How long "counted at T+52" stands beside an act that had waited. */
const toldMs = 2 * 60_000;
/** How long "done" stands: what one has watched for five seconds is not to vanish without a word. */
const doneMs = 8000;
/** Another tab that made an act sends it itself; it is given this long. */
const ownerMs = 3000;

/**
 * sending: on its way. undo: the server holds it, `until` (wall). queued: no link. asks: the link is back, but it is old or what it
 * concerns has changed. refused: the rules said no; the text stays until taken out. counted: it had waited, and counts since `countedAt`.
 * done: the server had held it and let it go, at `countedAt`.
 */
export type Fate = 'sending' | 'undo' | 'queued' | 'asks' | 'refused' | 'counted' | 'done';

export interface Act {
  id: string;
  command: Command;
  /** Where on the screen it was done: the button there shows what became of it. */
  place: string;
  label: string;
  /** Key of the record it concerns, and that record (as JSON) when the act was done. */
  about: string | null;
  seen: string;
  madeAt: number;
  madeAtDrill: number;
  fate: Fate;
  /** It had to wait for the link. */
  waited?: boolean;
  until?: number;
  refusal?: string;
  /** What happened since it was written to what it concerns, in a sentence. */
  since?: string;
  /** Drill time at which the server took it. */
  countedAt?: number;
}

export interface OutboxPort {
  hub(): Hub | null;
  record(key: string): unknown;
  drillAt(): number;
  sentence(answer: Answer): string;
  /** What became of a record between two looks at it (the first as JSON); empty where nothing can be said. */
  since(before: string, key: string): string;
  said(text: string): void;
}

export interface Wish {
  place?: string;
  label?: string;
  about?: string;
}

/** Everything this person sends: once each, whatever the link does in between. The id is the server's key to a repeat. */
export class Outbox {
  readonly acts = signal<readonly Act[]>([]);
  /** Whoever only looks sends nothing, not even what a page sends by itself. */
  mute = false;
  readonly #port: OutboxPort;
  readonly #kept: Kept;
  readonly #mine = new Set<string>();
  readonly #waiters = new Map<string, (answer: Answer | null) => void>();
  readonly #now: () => number;

  constructor(port: OutboxPort, kept: Kept = keptNowhere, now: () => number = Date.now) {
    this.#port = port;
    this.#kept = kept;
    this.#now = now;
    // What was on its way when a page closed may have arrived or not: its id tells the server.
    this.acts.value = kept.all().map((act) => (act.fate === 'sending' ? { ...act, fate: 'queued' } : act));
    kept.listen((id, act) => this.#heard(id, act));
  }

  get waiting(): readonly Act[] {
    return this.acts.value.filter((act) => act.fate === 'queued' || act.fate === 'asks');
  }

  at(place: string): Act | undefined {
    return this.acts.value.findLast((act) => act.place === place);
  }

  /** Resolves with the last word of the server, or null where the act was taken back, dropped or cannot wait. */
  async act(command: Command, wish: Wish = {}): Promise<Answer | null> {
    if (this.mute) return null;
    const about = wish.about ?? null;
    const act: Act = {
      id: newId(),
      command,
      place: wish.place ?? '',
      label: wish.label ?? '',
      about,
      seen: this.#look(about),
      madeAt: this.#now(),
      madeAtDrill: this.#port.drillAt(),
      fate: 'sending',
    };
    this.#mine.add(act.id);
    // What stood at this place before (a refusal, say) is answered by the new try.
    for (const old of this.acts.value) if (old.place !== '' && old.place === act.place && isOver(old)) this.#end(old.id, null);
    this.acts.value = [...this.acts.value, act];
    const end = new Promise<Answer | null>((resolve) => this.#waiters.set(act.id, resolve));
    await this.#send(act);
    return end;
  }

  async undo(id: string): Promise<void> {
    const act = this.#find(id);
    if (act === undefined) return;
    if (act.fate !== 'undo') return this.drop(id);
    const answer = await this.#port.hub()?.undo(id).catch(() => null);
    if (answer?.undone === true) this.#end(id, null);
  }

  drop(id: string): void {
    this.#end(id, null);
  }

  /** The person looked again and wants it sent. */
  async insist(id: string): Promise<void> {
    const act = this.#find(id);
    if (act !== undefined) await this.#send(this.#set(act, { fate: 'sending' }));
  }

  /**
   * The link is back and the view is current: send what may go by itself, ask about the rest. Forgot: the room was loaded anew meanwhile,
   * so what stood in its undo window was never sent; its sender is told so and asked.
   */
  async linkBack(forgot = false): Promise<void> {
    for (const { id } of this.acts.value) {
      if (this.#mine.has(id)) await this.#goesOn(id, forgot);
      else setTimeout(() => void this.#goesOn(id, forgot), ownerMs);
    }
  }

  linkLost(): void {
    for (const act of this.acts.value) if (act.fate === 'sending' && controlKinds.has(act.command.kind)) this.#end(act.id, null);
  }

  noticed(notice: RoomNotice): void {
    if (notice.commandId === undefined || notice.answer === undefined) return;
    const act = this.#find(notice.commandId);
    if (act !== undefined) this.#answered(act, notice.answer);
  }

  /** Once a second: what was told long enough goes. */
  sweep(): void {
    for (const act of this.acts.value) if ((act.fate === 'counted' || act.fate === 'done') && this.#now() > (act.until ?? 0)) this.#end(act.id, null);
  }

  async #goesOn(id: string, forgot: boolean): Promise<void> {
    const act = this.#find(id);
    if (act === undefined || this.#port.hub() === null || (act.fate !== 'queued' && act.fate !== 'sending' && act.fate !== 'undo')) return;
    if (this.#goesByItself(act, forgot)) await this.#send(this.#set(act, { fate: 'sending' }));
    else this.#set(act, { fate: 'asks', waited: true, since: act.about === null ? '' : this.#port.since(act.seen, act.about) });
  }

  #goesByItself(act: Act, forgot: boolean): boolean {
    if (quietKinds.has(act.command.kind)) return true;
    if (forgot && act.fate === 'undo') return false;
    return (!forgot && act.fate !== 'queued') || this.#mayGo(act);
  }

  #mayGo(act: Act): boolean {
    return this.#now() - act.madeAt < freshMs && this.#look(act.about) === act.seen;
  }

  async #send(act: Act): Promise<void> {
    const hub = this.#port.hub();
    if (hub === null) return this.#queue(act);
    try {
      this.#answered(act, await hub.send({ commandId: act.id, command: act.command, ...(act.waited === true ? { writtenAt: Math.round(act.madeAtDrill) } : {}) }));
    } catch (error) {
      if (String(error).includes('too-many-calls')) setTimeout(() => void this.insist(act.id), 1000);
      // Lost on the way or refused as malformed; with a link that stands it is the latter.
      else if (this.#port.hub() === hub) this.#set(act, { fate: 'refused', refusal: this.#port.sentence({ status: 'refused', at: 0, code: 'not-understood' }) });
      else this.#queue(act);
    }
  }

  #queue(act: Act): void {
    if (controlKinds.has(act.command.kind)) {
      this.#port.said(this.#port.sentence({ status: 'refused', at: 0, code: 'no-link' }));
      this.#end(act.id, null);
    } else {
      this.#set(act, { fate: 'queued', waited: true });
    }
  }

  #answered(sent: Act, answer: Answer): void {
    const act = this.#find(sent.id);
    if (act === undefined) return;
    if (answer.status === 'waiting') {
      this.#set(act, { fate: 'undo', until: this.#now() + (answer.undoMs ?? 5000) });
    } else if (answer.status === 'accepted') {
      const fate = act.waited === true ? 'counted' : act.fate === 'undo' ? 'done' : null;
      if (fate === null || act.label === '') return this.#end(act.id, answer);
      this.#set(act, { fate, countedAt: answer.at, until: this.#now() + (fate === 'done' ? doneMs : toldMs) });
      this.#settle(act.id, answer);
    } else if (answer.status === 'again') {
      setTimeout(() => void this.insist(act.id), 500);
    } else if (answer.status === 'held') {
      // The room cannot write just now: the act waits like one without a link, and goes when the clock goes on.
      this.#queue(act);
    } else {
      const refusal = this.#port.sentence(answer);
      this.#set(act, { fate: 'refused', refusal });
      this.#port.said(refusal);
      this.#settle(act.id, answer);
      if (act.place === '') this.#end(act.id, answer);
    }
  }

  /** Another tab of this seat has moved the same act on. */
  #heard(id: string, act: Act | null): void {
    const here = this.#find(id);
    if (act === null) {
      if (here === undefined) return;
      this.acts.value = this.acts.value.filter((one) => one.id !== id);
      this.#settle(id, null);
      return;
    }
    this.acts.value = here === undefined ? [...this.acts.value, act] : this.acts.value.map((one) => (one.id === id ? act : one));
    if (act.fate === 'counted') this.#settle(id, { status: 'accepted', at: act.countedAt ?? 0 });
  }

  #look(key: string | null): string {
    return key === null ? '' : JSON.stringify(this.#port.record(key) ?? null);
  }

  #find(id: string): Act | undefined {
    return this.acts.value.find((act) => act.id === id);
  }

  #set(act: Act, change: Partial<Act>): Act {
    const changed = { ...act, ...change };
    this.acts.value = this.acts.value.map((old) => (old.id === act.id ? changed : old));
    // In its undo window the server has it; a controller's act and what was never delayed belong to this page alone.
    if (changed.waited === true && changed.fate !== 'undo') this.#kept.put(changed);
    else if (act.waited === true) this.#kept.remove(act.id);
    return changed;
  }

  #end(id: string, answer: Answer | null): void {
    this.acts.value = this.acts.value.filter((act) => act.id !== id);
    this.#kept.remove(id);
    this.#settle(id, answer);
  }

  #settle(id: string, answer: Answer | null): void {
    this.#waiters.get(id)?.(answer);
    this.#waiters.delete(id);
  }
}

/** Nothing more will happen to it; what it says may stand beside its button. */
export function isOver(act: Act): boolean {
  return act.fate === 'refused' || act.fate === 'counted' || act.fate === 'done';
}

export function newId(): string {
  // crypto.randomUUID is missing on a classroom's plain-http address.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
