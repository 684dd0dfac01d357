import { batch, computed, signal } from '@preact/signals';
import type { Answer, Joined, Place, Push, RoomNotice, Start, StreamName, WallMark } from '../contract/messages';
import type { ClockView, Kind, OutView, RecordOf, ViewRecord } from '../contract/records';
import { DrillClock } from '../clock/clock';
import { RingClock } from '../clock/ringing';
import { language, t, word } from '../texts/texts';
import { wallOf } from '../clock/walls';
import { drillTime, wallTime } from '../clock/words';
import { device, elsewhere } from './device';
import { soon, type Connect, type Hub } from './hub';
import { keptIn, keptNowhere } from './kept';
import { Outbox } from './outbox';
import { personOf } from './person';
import { sinceThen } from './since';
import { begin, merge, nothing, part, type Stream } from './stream';
import { linkSaid, type LinkState } from './state';

export interface Me {
  seat: string;
  teamRole: string | null;
  control: boolean;
}

/** Something to be told once, in a sentence, that stands until it is put away. */
export interface Told {
  id: string;
  text: string;
}

const retryMs = [0, 1000, 2000, 5000, 10_000];
/** A second that took this long: the machine slept. */
const sleptMs = 10_000;
const aliveMs = 4000;
/** What came while one was away is shown in steps from this many messages on, so that catching up is seen. */
const manyMessages = 30;
const messagesAtOnce = 10;

/** One person's part in one drill: two streams, the clock, the link and what is on its way out. */
export class Session {
  readonly link = signal<LinkState>({ kind: 'connecting' });
  readonly me = signal<Me>({ seat: '', teamRole: null, control: false });
  readonly team = signal<Stream>(nothing);
  readonly own = signal<Stream>(nothing);
  readonly clock = new DrillClock();
  /** By which a call rings, and urgent news waits for a field to be left. */
  readonly ringing = new RingClock();
  readonly outbox: Outbox;
  /** Keys that came in the latest push while the page was open, with the time on the clock by which a call rings: what is new is not what was there on arrival. */
  readonly arrivals = new Map<string, number>();
  /** Papers this person writes and somebody wants to take over: who, and until when (wall) an answer counts. */
  readonly takeOvers = signal<ReadonlyMap<string, { by: string; until: number }>>(new Map());
  readonly people = signal<Readonly<Record<string, string>>>({});
  /** Seats with somebody at them at this moment. */
  readonly here = signal<ReadonlySet<string>>(new Set());
  readonly told = signal<readonly Told[]>([]);
  readonly walls = signal<readonly WallMark[]>([]);
  announce: (text: string, urgent: boolean) => void = () => undefined;
  onRemoved: () => void = () => undefined;

  /** In which of its languages the drill is read, where that is not the site's own. */
  speaks: string | null = null;

  /** In a recording: to another seat's, when a team is pressed on the wall. */
  lookThrough: ((seat: string) => void) | null = null;

  /** Where the file of an evidence item is fetched. */
  evidenceAt: (id: string) => string = (id) => `/api/v1/drills/${encodeURIComponent(this.drill)}/evidence/${encodeURIComponent(id)}`;

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
  readonly #device = device();
  #places = '0 1';
  /** Wall time since when there was no link, the last time there was none. */
  #cutSince: number | null = null;

  /** A controller only looks into a seat's room: nothing is sent from it. */
  readonly looks: string | null;

  constructor(drill: string, connect: Connect, { store = null, control = false, looks = null }: { store?: string | null; control?: boolean; looks?: string | null } = {}) {
    this.drill = drill;
    this.looks = looks;
    this.#control = control;
    this.#connect = connect;
    this.outbox = new Outbox({
      hub: () => (this.#joining ? null : this.#hub),
      record: (key) => this.#record(key),
      drillAt: () => this.clock.now(),
      sentence: (answer) => this.sentence(answer),
      since: (before, key) => sinceThen(before, this.#record(key), (seat) => this.person(seat)),
      said: (text) => this.announce(text, false),
    }, store === null ? keptNowhere : keptIn(store));
    this.outbox.mute = looks !== null;
  }

  #record(key: string): ViewRecord | undefined {
    return this.team.value.records.get(key) ?? this.own.value.records.get(key);
  }

  /** Who did something: the name of whoever sits there, or only the role when it was somebody before him. Without a time: who sits there now. */
  person(seat: string, at?: number): string {
    return personOf({ seat: this.one('seat', seat), name: this.people.value[seat], forkedAt: this.clock.view.value?.forkedAt }, seat, at);
  }

  /** One's own team was taken out of the drill: one reads, and talks with the team. */
  get out(): OutView | undefined {
    const team = this.me.value.teamRole?.split('.')[0];
    return this.me.value.control || team === undefined ? undefined : this.one('out', team);
  }

  /** UTC ms at which the drill's clock stood at `at`; null where that cannot be known. */
  wallOf(at: number): number | null {
    return wallOf(this.walls.value, at);
  }

  readonly #byKind = computed(() => {
    const kinds = new Map<Kind, ViewRecord[]>();
    for (const stream of [this.team.value, this.own.value]) {
      for (const record of stream.records.values()) {
        const list = kinds.get(record.kind);
        if (list === undefined) kinds.set(record.kind, [record]);
        else list.push(record);
      }
    }
    return kinds;
  });
  readonly #lists = new Map<Kind, { value: ViewRecord[] }>();

  /** All records of one kind, from both streams, in the order of their keys. The same list as before while none of them has changed. */
  all<K extends Kind>(kind: K): RecordOf<K>[] {
    let list = this.#lists.get(kind);
    if (list === undefined) {
      let before: ViewRecord[] = [];
      list = computed(() => {
        const now = this.#byKind.value.get(kind) ?? [];
        if (now.length !== before.length || now.some((record, n) => record !== before[n])) before = now;
        return before;
      });
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

  /** Whether what is never kept for later would go out now. */
  get canAct(): boolean {
    return this.link.value.kind === 'live';
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
      if (joined.walls !== undefined) this.walls.value = joined.walls;
      this.#anchor(joined.at);
    });
  }

  /** A recording: the records as they stood at a moment, with the clock that stands there. No link is needed, and none is told of. */
  show(me: Me, team: ReadonlyMap<string, ViewRecord>, own: ReadonlyMap<string, ViewRecord>, at: number, walls: readonly WallMark[]): void {
    batch(() => {
      if (this.me.value.seat !== me.seat) this.me.value = me;
      if (this.link.value.kind !== 'live') this.link.value = { kind: 'live', slower: false };
      if (this.team.value.records !== team) this.team.value = { epoch: 'recorded', seq: 0, records: team };
      if (this.own.value.records !== own) this.own.value = { epoch: 'recorded', seq: 0, records: own };
      if (this.walls.value !== walls) this.walls.value = walls;
      const clock = team.get('clock');
      this.clock.anchor(at, clock?.kind === 'clock' ? clock : null);
      this.clock.hold(true);
    });
  }

  tell(id: string, text: string): void {
    this.told.value = [...this.told.value.filter((one) => one.id !== id), { id, text }];
    this.announce(text, false);
  }

  untell(id: string): void {
    this.told.value = this.told.value.filter((one) => one.id !== id);
  }

  async run(): Promise<void> {
    let last = Date.now();
    setInterval(() => {
      const slept = Date.now() - last > sleptMs;
      last = Date.now();
      this.clock.tick.value += 1;
      this.outbox.sweep();
      if (slept) void this.#awake(true);
      else this.#acknowledge();
    }, 1000);
    addEventListener('online', () => void this.#awake(false));
    addEventListener('pageshow', (event) => void (event.persisted && this.#awake(true)));
    addEventListener('offline', () => void this.#awake(false));
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

  /**
   * The machine slept, or the network changed: a line that looks alive may be dead, and a monotonic clock may have slept as well. One
   * question to the server tells; after a sleep the view is asked for anew, which sets the clock.
   */
  async #awake(slept: boolean): Promise<void> {
    this.#retryNow?.();
    const hub = this.#hub;
    if (hub === null || this.#joining) return;
    try {
      await soon(hub.echo('?'), aliveMs);
      if (slept && this.#hub === hub) this.#rejoin(hub);
    } catch {
      await hub.stop().catch(() => undefined);
    }
  }

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
      else if (await this.#isSignedOut()) this.#leave(true);
      return false;
    } finally {
      await this.#hub?.stop().catch(() => undefined);
      this.#hub = null;
      this.#lost();
    }
  }

  /** A server that answers and knows nobody here: no try will succeed. */
  async #isSignedOut(): Promise<boolean> {
    try {
      return (await this.#askPeople()).status === 401;
    } catch {
      return false;
    }
  }

  #askPeople(): Promise<Response> {
    return fetch(`/api/v1/drills/${encodeURIComponent(this.drill)}/people`, { credentials: 'same-origin', headers: { accept: 'application/json' } });
  }

  #lost(): void {
    batch(() => {
      if (this.#over) return;
      if (this.link.value.kind !== 'down') {
        this.#cutSince = Date.now();
        this.#linked({ kind: 'down', since: this.#cutSince });
      }
      this.clock.linkDown(true);
      this.here.value = new Set();
    });
    this.outbox.linkLost();
  }

  /** A change is said once; a retry changes nothing. */
  #linked(link: LinkState): void {
    const before = this.link.value;
    this.link.value = link;
    const said = linkSaid(before, link);
    if (said !== '') this.announce(said, false);
  }

  async #join(hub: Hub): Promise<void> {
    this.#joining = true;
    const before = this.team.value;
    const cut = this.link.value.kind === 'down' ? this.#cutSince : null;
    try {
      const after: Partial<Record<StreamName, Place>> = {};
      if (this.team.value.epoch !== '') after.team = place(this.team.value);
      if (this.own.value.epoch !== '') after.own = place(this.own.value);
      const joined = await hub.join(this.drill, { language: this.speaks ?? language(), control: this.#control, device: this.#device, after, ...(this.looks === null ? {} : { looksAt: this.looks }) });
      await this.#catchUp(joined.team);
      batch(() => {
        this.take(joined);
        this.clock.linkDown(false);
        this.clock.hold(false);
        this.#arrived([...this.team.value.records].filter(([key, record]) => before.records.size > 0 && !before.records.has(key) && this.#isNews(record)).map(([key]) => key));
        this.#linked({ kind: 'live', slower: hub.slower });
      });
      if (cut !== null) this.#tellMissed(before, cut);
    } finally {
      this.#joining = false;
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    // What still waits of an epoch before this one is in the view already, and would only ask for another join.
    for (const push of waiting) if (push.epoch === this[push.stream].value.epoch) this.#receive(push);
    void this.meet();
    await this.outbox.linkBack(before.epoch !== '' && before.epoch !== this.team.value.epoch);
  }

  /** Message by message, with what is done and what is left, where there is enough of it to wait for. */
  async #catchUp(start: Start): Promise<void> {
    if (start.full || start.messages.length < manyMessages) return;
    const total = start.messages.length;
    for (let done = 0; done < total; done += messagesAtOnce) {
      this.link.value = { kind: 'catching', done, total };
      for (const push of start.messages.slice(done, done + messagesAtOnce)) this.team.value = merge(this.team.value, push) ?? this.team.value;
      await new Promise((next) => setTimeout(next));
    }
  }

  /** A page that brought only the latest messages gets the older ones with the first join: they are no news. */
  #isNews(record: ViewRecord): boolean {
    return record.kind !== 'feed' || this.#startedAt === null || record.at >= this.#startedAt;
  }

  #startedAt: number | null = null;

  /** Time ran on without this person: what it decided is told, in a sentence each. */
  #tellMissed(before: Stream, cut: number): void {
    const [from, to] = [wallTime(cut), wallTime(Date.now())];
    for (const record of before.records.values()) {
      if ((record.kind !== 'decision' && record.kind !== 'court') || !(record.kind === 'decision' ? record.state === 'open' && record.canDecide : record.canFile)) continue;
      const now = this.one(record.kind, record.id);
      if (now?.state === 'lapsed') this.tell(`missed ${record.kind}:${record.id}`, t('told.lapsed', now.title, drillTime(now.deadlineAt ?? 0), from, to));
    }
  }

  #rejoin(hub: Hub): void {
    void this.#join(hub).catch(() => hub.stop());
  }

  /** Names are not in the view: the log knows seats alone, so that a name can be corrected or erased. */
  async meet(): Promise<void> {
    try {
      const answer = await this.#askPeople();
      if (answer.ok) this.people.value = (await answer.json()) as Record<string, string>;
    } catch {
      // Without names the room shows seats.
    }
  }

  #begin(name: StreamName, joined: Joined): void {
    const start = joined[name];
    if (start.full && start.part === true) {
      this.#startedAt = joined.at;
      this[name].value = part(start);
      return;
    }
    const now = begin(this[name].value, start);
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
      this.#arrived(Object.keys(push.up));
      stream.value = now;
      this.#anchor(push.at);
    });
    if (Object.keys(push.up).some((key) => key.startsWith('seat:'))) void this.meet();
  }

  #arrived(keys: string[]): void {
    const now = this.ringing.now();
    const fresh = keys.filter((key) => !this.arrivals.has(key));
    for (const key of fresh) this.arrivals.set(key, now);
  }

  #anchor(at: number): void {
    const view = this.team.value.records.get('clock');
    const clock = view?.kind === 'clock' ? (view satisfies ClockView) : null;
    this.clock.anchor(at, clock);
    this.ringing.status(clock?.status);
    const speed = clock?.status === 'running' ? clock.speed : 0;
    if (this.walls.peek().length === 0 ? speed > 0 : this.walls.peek().at(-1)?.speed !== speed) this.walls.value = [...this.walls.peek(), { at, wall: Date.now(), speed }];
  }

  #notice(notice: RoomNotice): void {
    switch (notice.what) {
      case 'clock-held':
        this.clock.hold(true);
        this.#linked({ kind: 'held' });
        break;
      case 'clock-goes-on':
        this.clock.hold(false);
        this.#linked({ kind: 'live', slower: this.#hub?.slower ?? false });
        void this.outbox.linkBack();
        break;
      case 'here':
        this.#meetHere(notice);
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

  #meetHere(notice: RoomNotice): void {
    if (notice.seats !== undefined) this.here.value = new Set(notice.seats);
    if (notice.devices === undefined) return;
    const { others, tabs } = elsewhere(this.#device, notice.devices);
    // Said when it changes; a colleague who comes must not bring back what was put away.
    if (`${others} ${tabs}` === this.#places) return;
    this.#places = `${others} ${tabs}`;
    if (others > 0) this.tell('elsewhere', t('told.elsewhere', wallTime(Date.now())));
    else if (tabs > 1) this.tell('elsewhere', t('told.second-tab'));
    else this.untell('elsewhere');
  }

  #leave(signedOut = false): void {
    this.#over = true;
    this.#linked({ kind: 'removed', signedOut });
    // Who signed out finds his drafts again; a seat that was taken away leaves nothing behind.
    if (!signedOut) this.onRemoved();
  }

  #acknowledge(): void {
    for (const name of ['team', 'own'] as const) {
      const stream = this[name].value;
      const last = this.#acks.get(name);
      if (this.#hub === null || stream.epoch === '' || (last?.epoch === stream.epoch && last.seq === stream.seq)) continue;
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
