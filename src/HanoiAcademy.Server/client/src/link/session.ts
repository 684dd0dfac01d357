import { batch, computed, signal } from '@preact/signals';
import type { Answer, Joined, Place, Push, RoomNotice, StreamName } from '../contract/messages';
import type { ClockView, Kind, RecordOf, ViewRecord } from '../contract/records';
import { DrillClock } from '../clock/clock';
import { language, t, word } from '../texts/texts';
import type { Connect, Hub } from './hub';
import { Outbox } from './outbox';
import { begin, merge, nothing, type Stream } from './stream';
import type { LinkState } from './state';

export interface Me {
  seat: string;
  teamRole: string | null;
  control: boolean;
}

const retryMs = [0, 1000, 2000, 5000, 10_000];

/** One person's part in one drill: two streams, the clock, the link and what is on its way out. */
export class Session {
  readonly link = signal<LinkState>({ kind: 'connecting' });
  readonly me = signal<Me>({ seat: '', teamRole: null, control: false });
  readonly team = signal<Stream>(nothing);
  readonly own = signal<Stream>(nothing);
  readonly clock = new DrillClock();
  readonly outbox: Outbox;
  /** Keys that came in the latest push while the page was open, with the wall time: what is new is not what was there on arrival. */
  readonly arrivals = new Map<string, number>();
  /** Papers this person writes and somebody wants to take over: who, and until when (wall) an answer counts. */
  readonly takeOvers = signal<ReadonlyMap<string, { by: string; until: number }>>(new Map());
  readonly people = signal<Readonly<Record<string, string>>>({});
  announce: (text: string, urgent: boolean) => void = () => undefined;
  onRemoved: () => void = () => undefined;

  /** In which of its languages the drill is read, where that is not the site's own. */
  speaks: string | null = null;

  readonly drill: string;
  readonly #connect: Connect;
  /** The control page of one who may hold a seat as well. */
  readonly #control: boolean;
  #hub: Hub | null = null;
  #joining = false;
  #waiting: Push[] = [];
  #failures = 0;
  #over = false;
  #acks = new Map<StreamName, Place>();

  constructor(drill: string, connect: Connect, { store = null, control = false }: { store?: string | null; control?: boolean } = {}) {
    this.drill = drill;
    this.#control = control;
    this.#connect = connect;
    this.outbox = new Outbox({
      hub: () => (this.#joining ? null : this.#hub),
      record: (key) => this.team.value.records.get(key) ?? this.own.value.records.get(key),
      drillAt: () => this.clock.now(),
      sentence: (answer) => this.sentence(answer),
      accepted: () => undefined,
      said: (text) => this.announce(text, false),
    }, store);
  }

  readonly #lists = new Map<Kind, { value: unknown }>();

  /** All records of one kind, from both streams, in the order of their keys. */
  all<K extends Kind>(kind: K): RecordOf<K>[] {
    let list = this.#lists.get(kind);
    if (list === undefined) {
      list = computed(() => [...this.team.value.records.values(), ...this.own.value.records.values()].filter((record) => record.kind === kind));
      this.#lists.set(kind, list);
    }
    return list.value as RecordOf<K>[];
  }

  one<K extends Kind>(kind: K, id?: string): RecordOf<K> | undefined {
    const key = id === undefined ? kind : `${kind}:${id}`;
    const found: ViewRecord | undefined = this.team.value.records.get(key) ?? this.own.value.records.get(key);
    return found?.kind === kind ? (found as RecordOf<K>) : undefined;
  }

  get status(): string {
    return this.clock.view.value?.status ?? 'none';
  }

  sentence(answer: Answer): string {
    return answer.message ?? word('refusal', answer.code ?? 'unknown');
  }

  /** The page brought the first view along, so that it is read before any connection stands. */
  take(joined: Joined): void {
    batch(() => {
      this.me.value = { seat: joined.seat, teamRole: joined.teamRole ?? null, control: joined.control };
      this.#begin('team', joined);
      this.#begin('own', joined);
      this.#anchor(joined.at);
    });
  }

  async run(): Promise<void> {
    globalThis.setInterval?.(() => (this.clock.tick.value += 1), 1000);
    globalThis.setInterval?.(() => this.#acknowledge(), 1000);
    addEventListener('online', () => this.#retryNow?.());
    while (!this.#over) {
      const closed = await this.#once();
      if (this.#over) return;
      const wait = retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? 10_000;
      if (!closed) this.#failures += 1;
      // A little apart from each other, or a classroom of forty comes back in one moment.
      await new Promise<void>((resolve) => {
        this.#retryNow = resolve;
        setTimeout(resolve, wait + Math.random() * Math.min(wait, 3000));
      });
    }
  }

  #retryNow: (() => void) | null = null;

  /** True when a link stood and ended. */
  async #once(): Promise<boolean> {
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    try {
      const hub = await this.#connect({
        push: (push) => this.#receive(push),
        room: (notice) => this.#notice(notice),
        closed: () => end(),
      });
      this.#hub = hub;
      await this.#join(hub);
      this.#failures = 0;
      await ended;
      return true;
    } catch (error) {
      if (String(error).includes('not-found:')) this.#leave();
      return false;
    } finally {
      await this.#hub?.stop().catch(() => undefined);
      this.#hub = null;
      this.#lost();
    }
  }

  #lost(): void {
    batch(() => {
      if (this.#over) return;
      if (this.link.value.kind !== 'down') this.link.value = { kind: 'down', since: Date.now() };
      this.clock.linkDown(true);
    });
    this.outbox.linkLost();
  }

  async #join(hub: Hub): Promise<void> {
    this.#joining = true;
    let before = nothing;
    try {
      if (this.link.value.kind !== 'connecting') this.link.value = { kind: 'catching', done: 0, total: 0 };
      const after: Partial<Record<StreamName, Place>> = {};
      if (this.team.value !== nothing) after.team = place(this.team.value);
      if (this.own.value !== nothing) after.own = place(this.own.value);
      const joined = await hub.join(this.drill, { language: this.speaks ?? language(), control: this.#control, after });
      before = this.team.value;
      batch(() => {
        this.take(joined);
        this.clock.linkDown(false);
        this.clock.hold(false);
        this.link.value = { kind: 'live', slower: hub.slower };
      });
      this.#arrived([...this.team.value.records.keys()].filter((key) => before.records.size > 0 && !before.records.has(key)));
    } finally {
      this.#joining = false;
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    // What still waits of an epoch before this one is in the view already, and would only ask for another join.
    for (const push of waiting) if (push.epoch === this[push.stream].value.epoch) this.#receive(push);
    void this.#meet();
    await this.outbox.linkBack(before !== nothing && before.epoch !== this.team.value.epoch);
  }

  #rejoin(hub: Hub): void {
    void this.#join(hub).catch(() => hub.stop());
  }

  /** Names are not in the view: the log knows seats alone, so that a name can be corrected or erased. */
  async #meet(): Promise<void> {
    try {
      const answer = await fetch(`/api/v1/drills/${encodeURIComponent(this.drill)}/people`, { credentials: 'same-origin' });
      if (answer.ok) this.people.value = (await answer.json()) as Record<string, string>;
    } catch {
      // Without names the room shows seats.
    }
  }

  #begin(name: StreamName, joined: Joined): void {
    const now = begin(this[name].value, joined[name]);
    // Messages that do not fit ours (they should): start over with a whole view at the next join.
    this[name].value = now ?? nothing;
    if (now === null) void this.#hub?.stop();
  }

  #receive(push: Push): void {
    if (this.#joining || this.#hub === null) {
      this.#waiting.push(push);
      return;
    }
    const stream = this[push.stream];
    const now = merge(stream.value, push);
    if (now === null) {
      this.#rejoin(this.#hub);
      return;
    }
    if (now === stream.value) return;
    batch(() => {
      stream.value = now;
      this.#anchor(push.at);
    });
    this.#arrived(Object.keys(push.up));
    if (Object.keys(push.up).some((key) => key.startsWith('seat:'))) void this.#meet();
  }

  #arrived(keys: string[]): void {
    const wall = Date.now();
    const fresh = keys.filter((key) => !this.arrivals.has(key));
    for (const key of fresh) this.arrivals.set(key, wall);
  }

  #anchor(at: number): void {
    const view = this.team.value.records.get('clock');
    this.clock.anchor(at, view?.kind === 'clock' ? (view satisfies ClockView) : null);
  }

  #notice(notice: RoomNotice): void {
    switch (notice.what) {
      case 'clock-held':
        this.clock.hold(true);
        this.link.value = { kind: 'held' };
        break;
      case 'clock-goes-on':
        this.clock.hold(false);
        this.link.value = { kind: 'live', slower: this.#hub?.slower ?? false };
        void this.outbox.linkBack();
        break;
      case 'removed':
        this.#leave();
        void this.#hub?.stop();
        break;
      case 'again':
        if (this.#hub !== null && !this.#joining) this.#rejoin(this.#hub);
        break;
      case 'take-over-asked':
      case 'take-over-dropped':
        this.#takeOver(notice);
        break;
      default:
        this.outbox.noticed(notice);
    }
  }

  #takeOver({ what, request = '', by = '', leftMs = 0 }: RoomNotice): void {
    const now = new Map(this.takeOvers.value);
    if (what === 'take-over-asked') now.set(request, { by, until: Date.now() + leftMs });
    else now.delete(request);
    this.takeOvers.value = now;
  }

  #leave(): void {
    this.#over = true;
    this.link.value = { kind: 'removed' };
    this.onRemoved();
    this.announce(t('link.removed'), true);
  }

  #acknowledge(): void {
    for (const name of ['team', 'own'] as const) {
      const stream = this[name].value;
      const last = this.#acks.get(name);
      if (this.#hub === null || stream === nothing || (last?.epoch === stream.epoch && last.seq === stream.seq)) continue;
      this.#acks.set(name, place(stream));
      this.#hub.ack({ stream: name, ...place(stream) });
    }
  }

  /** Round trip of `bytes` bytes there and back, in milliseconds; null without a link. */
  async roundTrip(bytes: number): Promise<number | null> {
    const begun = performance.now();
    const text = 'x'.repeat(bytes);
    const back = await this.#hub?.echo(text).catch(() => null);
    return back === text ? performance.now() - begun : null;
  }
}

function place(stream: Stream): Place {
  return { epoch: stream.epoch, seq: stream.seq };
}
