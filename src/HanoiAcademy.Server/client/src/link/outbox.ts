import { signal } from '@preact/signals';
import { controlKinds, quietKinds, type Command } from '../contract/commands';
import type { Answer, RoomNotice } from '../contract/messages';
import type { Hub } from './hub';

const freshMs = 2 * 60_000;

/**
 * sending: on its way. undo: the server holds it, `until` (wall). queued: no link. asks: the link is back, but it is old or what it
 * concerns has changed. refused: the rules said no; the text stays until taken out.
 */
export type Fate = 'sending' | 'undo' | 'queued' | 'asks' | 'refused';

export interface Act {
  id: string;
  command: Command;
  /** Where on the screen it was done: the button there shows what became of it. */
  place: string;
  label: string;
  /** Key of the record it concerns, and that record when the act was done. */
  about: string | null;
  seen: string;
  madeAt: number;
  madeAtDrill: number;
  fate: Fate;
  until?: number;
  refusal?: string;
}

export interface OutboxPort {
  hub(): Hub | null;
  record(key: string): unknown;
  drillAt(): number;
  sentence(answer: Answer): string;
  accepted(act: Act, answer: Answer): void;
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
  readonly #port: OutboxPort;
  readonly #store: string | null;
  readonly #waiters = new Map<string, (answer: Answer | null) => void>();
  readonly #now: () => number;

  constructor(port: OutboxPort, store: string | null = null, now: () => number = Date.now) {
    this.#port = port;
    this.#store = store;
    this.#now = now;
    this.acts.value = this.#load();
  }

  get waiting(): readonly Act[] {
    return this.acts.value.filter((act) => act.fate === 'queued' || act.fate === 'asks');
  }

  at(place: string): Act | undefined {
    return this.acts.value.findLast((act) => act.place === place);
  }

  /** Resolves with the last word of the server, or null where the act was taken back, dropped or cannot wait. */
  async act(command: Command, wish: Wish = {}): Promise<Answer | null> {
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
    // What stood at this place before (a refusal, say) is answered by the new try.
    this.acts.value = [...this.acts.value.filter((old) => old.place === '' || old.place !== act.place || old.fate !== 'refused'), act];
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
      const act = this.#find(id);
      if (act === undefined || (act.fate !== 'queued' && act.fate !== 'sending' && act.fate !== 'undo')) continue;
      if (this.#goesByItself(act, forgot)) await this.#send(this.#set(act, { fate: 'sending' }));
      else this.#set(act, { fate: 'asks' });
    }
  }

  linkLost(): void {
    for (const act of this.acts.value) {
      if (act.fate !== 'sending') continue;
      if (controlKinds.has(act.command.kind)) this.#end(act.id, null);
    }
  }

  noticed(notice: RoomNotice): void {
    if (notice.commandId === undefined || notice.answer === undefined) return;
    const act = this.#find(notice.commandId);
    if (act !== undefined) this.#answered(act, notice.answer);
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
      this.#answered(act, await hub.send({ commandId: act.id, command: act.command }));
    } catch {
      // Lost on the way or refused as malformed; with a link that stands it is the latter.
      if (this.#port.hub() === hub) this.#set(act, { fate: 'refused', refusal: this.#port.sentence({ status: 'refused', at: 0, code: 'not-understood' }) });
      else this.#queue(act);
    }
  }

  #queue(act: Act): void {
    if (controlKinds.has(act.command.kind)) {
      this.#port.said(this.#port.sentence({ status: 'refused', at: 0, code: 'no-link' }));
      this.#end(act.id, null);
    } else {
      this.#set(act, { fate: 'queued' });
    }
  }

  #answered(act: Act, answer: Answer): void {
    if (answer.status === 'waiting') {
      this.#set(act, { fate: 'undo', until: this.#now() + (answer.undoMs ?? 5000) });
    } else if (answer.status === 'accepted') {
      this.#port.accepted(act, answer);
      this.#end(act.id, answer);
    } else if (answer.status === 'again') {
      setTimeout(() => void this.insist(act.id), 500);
    } else if (answer.status === 'held') {
      // The room cannot write just now: the act waits like one without a link, and goes when the clock goes on.
      this.#set(act, { fate: 'queued' });
    } else {
      const refusal = this.#port.sentence(answer);
      this.#set(act, { fate: 'refused', refusal });
      this.#port.said(refusal);
      this.#settle(act.id, answer);
      if (act.place === '') this.#end(act.id, answer);
    }
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
    this.#save();
    return changed;
  }

  #end(id: string, answer: Answer | null): void {
    this.acts.value = this.acts.value.filter((act) => act.id !== id);
    this.#save();
    this.#settle(id, answer);
  }

  #settle(id: string, answer: Answer | null): void {
    this.#waiters.get(id)?.(answer);
    this.#waiters.delete(id);
  }

  #save(): void {
    if (this.#store === null) return;
    const waiting = this.waiting;
    if (waiting.length === 0) localStorage.removeItem(this.#store);
    else localStorage.setItem(this.#store, JSON.stringify(waiting));
  }

  #load(): Act[] {
    try {
      return this.#store === null ? [] : (JSON.parse(localStorage.getItem(this.#store) ?? '[]') as Act[]);
    } catch {
      return [];
    }
  }
}

export function newId(): string {
  // crypto.randomUUID is missing on a classroom's plain-http address.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
