import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Joined, Push, Start } from '../src/contract/messages';
import { ringMs, slot } from '../src/attention/ladder';
import type { ClockView, DecisionView, FeedView, ViewRecord } from '../src/contract/records';
import type { Hub, HubListener, JoinOptions } from '../src/link/hub';
import { Session } from '../src/link/session';
import { useTexts } from '../src/texts/texts';
import en from '../../i18n/en.json';

const decision: DecisionView = { kind: 'decision', id: 'd', title: 'Whom to call', html: '', options: [], state: 'open', canDecide: true, openedAt: 0, deadlineAt: 52 * 60_000, restsOn: [] };
const feed = (n: number, at = n): FeedView => ({ kind: 'feed', id: `i-${n}`, channel: 'mail', attention: 'normal', from: 'F', to: 'T', subject: `${n}`, tlp: 'GREEN', at, attachments: [], own: false, marked: false });
const clock = (status: string): ClockView => ({ kind: 'clock', status, speed: 1, title: '', phaseTitle: '', phaseAt: 0, phaseStory: 0, phaseRate: 1, offsetMinutes: 0, zoneName: '', plannedMs: 0 });
const push = (seq: number, up: Record<string, ViewRecord>): Push => ({ stream: 'team', epoch: 'e', seq, at: seq, up, rm: [] });

let listeners: ((event: unknown) => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2027-03-02T14:03:00') });
  listeners = [];
  vi.stubGlobal('addEventListener', (name: string, listener: (event: unknown) => void) => name === 'online' && listeners.push(listener));
  vi.stubGlobal('fetch', async () => ({ ok: true, status: 200, json: async () => ({}) }));
  useTexts({ client: en.client }, 'en');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A server in whose place the test answers each join, and ends lines. */
function world(team: (after: JoinOptions['after']) => Start) {
  const lines: { listener: HubListener; asked: JoinOptions; alive: boolean; stopped: boolean }[] = [];
  const reach = { up: true };
  const session = new Session('d1', async (listener) => {
    if (!reach.up) throw new Error('no network');
    const line = { listener, asked: {} as JoinOptions, alive: true, stopped: false };
    lines.push(line);
    return {
      slower: false,
      join: async (_, options) => {
        line.asked = options;
        return { seat: 'bank.fraud.1', teamRole: 'bank.fraud', control: false, at: 1000, status: 'running', team: team(options.after), own: { epoch: 'o', seq: 0, full: true, records: {} } } satisfies Joined;
      },
      send: async () => ({ status: 'accepted', at: 0 }),
      undo: async () => ({ undone: true }),
      ack: () => undefined,
      echo: (text) => (line.alive ? Promise.resolve(text) : new Promise(() => undefined)),
      stop: async () => {
        line.stopped = true;
        listener.closed();
      },
    } satisfies Hub;
  });
  const said: string[] = [];
  session.announce = (text) => void said.push(text);
  void session.run();
  return { session, lines, reach, said, cut: () => lines.at(-1)?.listener.closed() };
}

test('A link that was cut over the end of a decision is the reason given, in one sentence', async () => {
  const { session, reach, cut } = world((after) => after.team === undefined
    ? { epoch: 'e', seq: 0, full: true, records: { 'decision:d': decision } }
    : { epoch: 'e', seq: 1, full: false, messages: [push(1, { 'decision:d': { ...decision, state: 'lapsed' } })] });
  await vi.advanceTimersByTimeAsync(100);
  expect(session.link.value.kind).toBe('live');
  reach.up = false;
  cut();
  await vi.advanceTimersByTimeAsync(6 * 60_000);
  expect(session.link.value.kind).toBe('down');
  expect(session.told.value).toEqual([]);
  reach.up = true;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(session.link.value.kind).toBe('live');
  expect(session.told.value.map((one) => one.text)).toEqual([expect.stringMatching(/^“Whom to call” ended at T\+00:52 without your team's answer, because your link was down from 14:03 to 14:09\.$/)]);
});

test('A lost link is said once however often it is tried again, and once more when it is back', async () => {
  const { reach, cut, said } = world(() => ({ epoch: 'e', seq: 0, full: true, records: {} }));
  await vi.advanceTimersByTimeAsync(100);
  reach.up = false;
  cut();
  await vi.advanceTimersByTimeAsync(120_000);
  reach.up = true;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(said).toEqual(['no link since 14:03', 'live']);
});

test('After a sleep a line that is dead is given up, and one that lives is asked for the view anew', async () => {
  const { lines } = world(() => ({ epoch: 'e', seq: 0, full: true, records: {} }));
  await vi.advanceTimersByTimeAsync(1500);
  const first = lines[0];
  if (first === undefined) throw new Error('no line');
  vi.setSystemTime(Date.now() + 3_600_000);
  first.asked = {} as JoinOptions;
  await vi.advanceTimersByTimeAsync(1000);
  expect(first.stopped).toBe(false);
  expect(first.asked.after).toBeDefined();
  first.alive = false;
  vi.setSystemTime(Date.now() + 3_600_000);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(first.stopped).toBe(true);
  expect(lines.length).toBe(2);
});

test('A page that brought only the latest messages asks for the whole view, and the older ones are no news', async () => {
  const records = Object.fromEntries([1, 2, 3, 4].map((n) => [`feed:i-${n}`, feed(n)]));
  const { session, lines } = world(() => ({ epoch: 'e', seq: 4, full: true, records: { ...records, 'feed:i-5': feed(5, 2000) } }));
  session.take({ seat: 'bank.fraud.1', teamRole: 'bank.fraud', control: false, at: 1000, status: 'running', team: { epoch: 'e', seq: 4, full: true, part: true, records: { 'feed:i-4': feed(4) } }, own: { epoch: 'o', seq: 0, full: true, records: {} } });
  expect(session.all('feed')).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(100);
  expect(lines[0]?.asked.after.team).toBeUndefined();
  expect(session.all('feed')).toHaveLength(5);
  expect([...session.arrivals.keys()]).toEqual(['feed:i-5']);
});

test('Much that came meanwhile is caught up with in steps that are seen', async () => {
  const messages = Array.from({ length: 40 }, (_, n) => push(n + 1, { [`feed:i-${n}`]: feed(n) }));
  const { session, cut } = world((after) => after.team === undefined ? { epoch: 'e', seq: 0, full: true, records: { 'feed:old': feed(0) } } : { epoch: 'e', seq: 40, full: false, messages });
  await vi.advanceTimersByTimeAsync(100);
  const steps: string[] = [];
  session.link.subscribe((link) => link.kind === 'catching' && steps.push(`${link.done} of ${link.total}`));
  cut();
  await vi.advanceTimersByTimeAsync(5000);
  expect(steps).toEqual(['0 of 40', '10 of 40', '20 of 40', '30 of 40']);
  expect(session.all('feed')).toHaveLength(41);
});

test('A second device is told in a sentence, a second tab in another, and neither when one is alone again', async () => {
  const { session, lines } = world(() => ({ epoch: 'e', seq: 0, full: true, records: {} }));
  await vi.advanceTimersByTimeAsync(100);
  const [line] = lines;
  const mine = line?.asked.device ?? '';
  line?.listener.room({ what: 'here', seats: ['bank.fraud.1'], devices: [mine, 'other.1', 'other.1'] });
  expect(session.told.value[0]?.text).toContain('on another device');
  session.untell('elsewhere');
  line?.listener.room({ what: 'here', seats: ['bank.fraud.1', 'bank.fraud.2'], devices: [mine, 'other.1'] });
  expect(session.told.value).toEqual([]);
  line?.listener.room({ what: 'here', devices: [mine, mine] });
  expect(session.told.value).toEqual([]);
  line?.listener.room({ what: 'here', devices: [mine, `${mine.split('.')[0]}.second`] });
  expect(session.told.value[0]?.text).toContain('another tab');
  line?.listener.room({ what: 'here', devices: [mine] });
  expect(session.told.value).toEqual([]);
  expect([...session.here.value]).toEqual(['bank.fraud.1', 'bank.fraud.2']);
});

test('A list stays the same while nothing in it has changed, so that nothing is drawn anew for what came elsewhere', async () => {
  const { session, lines } = world(() => ({ epoch: 'e', seq: 0, full: true, records: { 'feed:i-1': feed(1), 'decision:d': decision } }));
  await vi.advanceTimersByTimeAsync(100);
  const before = session.all('decision');
  lines[0]?.listener.push(push(1, { 'feed:i-2': feed(2) }));
  expect(session.all('feed')).toHaveLength(2);
  expect(session.all('decision')).toBe(before);
});

test('Who was signed out is told so, is not tried again for ever, and keeps what he wrote', async () => {
  const { session, reach, cut } = world(() => ({ epoch: 'e', seq: 0, full: true, records: {} }));
  session.onRemoved = vi.fn();
  await vi.advanceTimersByTimeAsync(100);
  vi.stubGlobal('fetch', async () => ({ ok: false, status: 401 }));
  reach.up = false;
  cut();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(session.link.value).toEqual({ kind: 'removed', signedOut: true });
  expect(session.onRemoved).not.toHaveBeenCalled();
});

test.each(['paused', 'stopped'])('A call does not ring out while the drill is %s, and rings afterwards for what is left', async (stands) => {
  const { session, lines } = world(() => ({ epoch: 'e', seq: 0, full: true, records: { clock: clock('running') } }));
  await vi.advanceTimersByTimeAsync(100);
  const rings = () => slot(session.all('feed').map((item) => ({ item, arrived: session.arrivals.get(`feed:${item.id}`) })), new Set(), null, session.ringing.now()).calls.length;
  lines[0]?.listener.push(push(1, { 'feed:i-1': { ...feed(1), attention: 'call' } }));
  await vi.advanceTimersByTimeAsync(10_000);
  lines[0]?.listener.push(push(2, { clock: clock(stands) }));
  await vi.advanceTimersByTimeAsync(10 * ringMs);
  expect(rings()).toBe(1);
  lines[0]?.listener.push(push(3, { clock: clock('running') }));
  await vi.advanceTimersByTimeAsync(ringMs - 10_001);
  expect(rings()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(rings()).toBe(0);
});
