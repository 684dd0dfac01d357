import { beforeEach, expect, test, vi } from 'vitest';
import type { Part, ReplayIndex, Step } from '../src/contract/replay';
import type { ViewRecord } from '../src/contract/records';
import { AddressOf, restMs } from '../src/replay/address';
import { Deck, stepMs } from '../src/replay/deck';
import { mostParts, Player } from '../src/replay/player';
import { ForkPress } from '../src/replay/press';
import { partBy, Reader, stepsBy } from '../src/replay/reader';

const feed = (n: number, at: number): ViewRecord => ({ kind: 'feed', id: `i-${n}`, channel: 'mail', attention: 'normal', from: 'F', to: 'T', subject: `${n}`, tlp: 'GREEN', at, attachments: [], own: false, marked: false });
const clock: ViewRecord = { kind: 'clock', status: 'running', speed: 1, title: '', phaseTitle: '', phaseAt: 0, phaseStory: 0, phaseRate: 1, offsetMinutes: 0, zoneName: '', plannedMs: 0 };
const each = 200;
const second = 1000;

/** A long drill: a message a second, each taking away the one three before it; every part begins with what stands then. */
function part(n: number): Part {
  const first = n * each;
  const steps: Step[] = Array.from({ length: each }, (_, i) => {
    const k = first + i + 1;
    return { at: k * second, team: { up: { [`feed:i-${k}`]: feed(k, k * second) }, rm: k > 3 ? [`feed:i-${k - 3}`] : [] } };
  });
  const standing = [first - 2, first - 1, first].filter((k) => k > 0);
  return { n, at: first * second, team: { clock, ...Object.fromEntries(standing.map((k) => [`feed:i-${k}`, feed(k, k * second)])) }, own: {}, steps };
}

const index = (parts: number): ReplayIndex => ({
  drill: 'd1', title: 'D', scenario: 's', status: 'ended', seat: 'bank.fraud.1', teamRole: 'bank.fraud', language: 'en', at: parts * each * second, plannedMs: 0, seats: [],
  parts: Array.from({ length: parts }, (_, n) => ({ n, at: n * each * second })), walls: [],
});

function world(parts = 50) {
  const asked: string[] = [];
  const load = vi.fn(async (address: string) => {
    asked.push(address);
    const n = /parts\/(\d+)/.exec(address)?.[1];
    return n !== undefined ? part(Number(n)) : address.includes('/marks') ? [{ at: 7000, what: 'message', key: '', name: 'a' }, { at: 9000, what: 'end', key: '', name: '' }] : index(parts);
  });
  return { asked, player: new Player('d1', 'en', load) };
}

const shown = (player: Player) => player.session.all('feed').map((one) => one.id).sort();
const standsAt = (k: number) => [k - 2, k - 1, k].filter((one) => one > 0).map((one) => `i-${one}`).sort();

beforeEach(() => vi.stubGlobal('fetch', async () => ({ ok: true, status: 200, json: async () => ({}) })));

test('a seek anywhere in a drill of ten thousand changes shows that moment and merges no more than one part holds', async () => {
  const { player } = world();
  await player.open(null, 0);
  let [most, random] = [0, 12345];
  for (let i = 0; i < 300; i++) {
    random = (random * 1103515245 + 12345) % 2147483648;
    const k = random % (50 * each);
    await player.go(k * second + 500);
    expect(shown(player)).toEqual(standsAt(k));
    expect(player.session.clock.now()).toBe(k * second + 500);
    most = Math.max(most, player.reader.merges);
  }
  expect(most).toBeLessThanOrEqual(each);
  expect(most).toBeGreaterThan(each / 2);
});

test('a step forward merges one change, and one back no more than lie before it', () => {
  const reader = new Reader();
  const first = part(3);
  reader.show(first, 100);
  expect(reader.merges).toBe(100);
  reader.show(first, 101);
  expect(reader.merges).toBe(1);
  reader.show(first, 100);
  expect(reader.merges).toBe(100);
  expect(reader.show(first, 100)).toBe(reader.show(first, 100));
});

test('steps go change by change over the edge of a part, there and back, and stand still at either end', async () => {
  const { player } = world(2);
  await player.open(null, (each - 1) * second);
  const times: (number | null)[] = [];
  for (const by of [1, 1, 1, -1, -1, -1, -1] as const) times.push(await player.step(by));
  expect(times).toEqual([each, each + 1, each + 2, each + 1, each, each - 1, each - 2].map((k) => k * second));
  expect(shown(player)).toEqual(standsAt(each - 2));
  await player.go(0);
  expect(await player.step(-1)).toBeNull();
  await player.go(Infinity);
  expect(await player.step(1)).toBeNull();
  expect(shown(player)).toEqual(standsAt(2 * each));
});

test('scrubbing within a part asks for nothing, and only so many parts are kept', async () => {
  const { asked, player } = world(40);
  await player.open(null, 10 * second);
  const before = asked.length;
  for (let k = 0; k < each / 2; k++) await player.go(k * second);
  expect(asked.length).toBe(before);
  for (let n = 0; n < 40; n++) await player.go((n * each + 1) * second);
  await player.go(second);
  expect(asked.filter((address) => address.includes('/parts/0')).length).toBe(2);
  expect(mostParts).toBeLessThan(20);
});

test('the moment that was wanted last is shown, in whichever order its parts arrive', async () => {
  const late: ((value: unknown) => void)[] = [];
  const player = new Player('d1', 'en', (address) => (address.includes('/parts/1') ? new Promise((resolve) => late.push(resolve)) : Promise.resolve(address.includes('/parts/') ? part(Number(/parts\/(\d+)/.exec(address)?.[1])) : index(5))));
  await player.open(null, 0);
  const slow = player.go((each + 50) * second);
  expect(player.loading.value).toBe(true);
  await player.go(3 * each * second + 10 * second);
  late.forEach((resolve) => resolve(part(1)));
  await slow;
  expect(shown(player)).toEqual(standsAt(3 * each + 10));
  expect(player.loading.value).toBe(false);
});

test('a part that cannot be had is said, and the next one clears it', async () => {
  const player = new Player('d1', 'en', (address) => (address.includes('/parts/2') ? Promise.reject(new Error('no network')) : Promise.resolve(address.includes('/parts/') ? part(Number(/parts\/(\d+)/.exec(address)?.[1])) : index(5))));
  await player.open(null, 0);
  await player.go(2 * each * second + 5);
  expect(player.failed.value).toBe('');
  await player.go(5 * second);
  expect(player.failed.value).toBeNull();
});

test('nothing is sent from a recording, and files are those that the seat saw', async () => {
  const { player } = world(1);
  await player.open(null, 0);
  expect(await player.session.outbox.act({ kind: 'pause' })).toBeNull();
  expect(player.session.evidenceAt('e 1')).toBe('/api/v1/drills/d1/replay/evidence/e%201?language=en&seat=bank.fraud.1');
});

test('the slider plays at its pace, waits for what is not there, stops at the end, and leaps from mark to mark', async () => {
  vi.useFakeTimers();
  const { player } = world(1);
  await player.open(null, 0);
  await player.loadMarks();
  let now = 0;
  const deck = new Deck(() => now, (draw) => draw());
  deck.players.value = [player];
  deck.pace.value = 4;
  deck.toggle();
  now = 1000;
  await vi.advanceTimersByTimeAsync(100);
  expect(deck.at.value).toBe(4000);
  player.loading.value = true;
  now = 2000;
  await vi.advanceTimersByTimeAsync(100);
  expect(deck.at.value).toBe(4000);
  player.loading.value = false;
  deck.leap(player.marks.value, 1);
  expect(deck.at.value).toBe(7000);
  deck.leap(player.marks.value, 1);
  expect(deck.at.value).toBe(9000);
  deck.leap(player.marks.value, -1);
  expect(deck.at.value).toBe(7000);
  now = 1_000_000;
  await vi.advanceTimersByTimeAsync(100);
  expect(deck.at.value).toBe(each * second);
  expect(deck.playing.value).toBe(false);
  vi.useRealTimers();
});

test('moments are found by halves', () => {
  const one = part(0);
  expect([0, 999, 1000, 1500, 2000, 1e9].map((at) => stepsBy(one, at))).toEqual([0, 0, 1, 1, 2, each]);
  expect([0, 199_999, 200_000, 1e9].map((at) => partBy(index(3).parts, at))).toEqual([0, 0, 1, 2]);
});

test('pulled to its end the slider shows the very last change, wherever in a second the drill ended', async () => {
  const ended = 10 * second + 1;
  const last: Part = { n: 0, at: 0, team: { clock }, own: {}, steps: [{ at: 9 * second, team: { up: { 'feed:i-1': feed(1, 9 * second) }, rm: [] } }, { at: ended, team: { up: { 'feed:i-2': feed(2, ended) }, rm: [] } }] };
  const player = new Player('d1', 'en', async (address) => (address.includes('/parts/') ? last : { ...index(1), at: ended }));
  await player.open(null, 0);
  const deck = new Deck(() => 0, (draw) => draw());
  deck.players.value = [player];
  expect(deck.end.value % stepMs).toBe(0);
  deck.go(deck.end.value);
  expect(deck.at.value).toBe(ended);
  await vi.waitFor(() => expect(shown(player)).toEqual(['i-1', 'i-2']));
});

test('a whole second at the end stays the end', async () => {
  const { player } = world(1);
  await player.open(null, 0);
  const deck = new Deck();
  deck.players.value = [player];
  expect(deck.end.value).toBe(each * second);
});

/** A server that answers calls for a fork one after another; null: the line breaks. Tells the keys that came. */
function forks(...answers: ({ status: number; body: object } | null)[]) {
  const keys: string[] = [];
  vi.stubGlobal('fetch', async (address: string, sent?: { headers: Record<string, string> }) => {
    if (address === '/api/v1/session') return { ok: true, status: 200, json: async () => ({ requestTokenHeader: 'x-token', requestToken: 't' }) };
    keys.push(sent?.headers['idempotency-key'] ?? '');
    const answer = answers.shift() ?? null;
    if (answer === null) throw new TypeError('Failed to fetch');
    return { ok: answer.status < 400, status: answer.status, json: async () => answer.body };
  });
  return keys;
}

const made = { status: 201, body: { address: '/drills/d2' } };

test('a press whose answer was lost is repeated under its own key, until the server has answered it', async () => {
  const keys = forks(null, { status: 500, body: { detail: 'Something broke.', code: 'broken' } }, { status: 409, body: { detail: 'Still at work.', code: 'in-progress' } }, made, made);
  const press = new ForkPress('d1');
  press.begin();
  for (const said of ['Failed to fetch', 'Something broke.', 'Still at work.']) await expect(press.make({ at: 5 })).rejects.toThrow(said);
  // Closed and opened again: what was not answered is still the same order.
  press.begin();
  expect(await press.make({ at: 5 })).toBe('/drills/d2');
  // Pressed twice before the page has gone.
  expect(await press.make({ at: 5 })).toBe('/drills/d2');
  expect(new Set(keys).size).toBe(1);
  expect(keys.length).toBe(5);
});

test('what was refused, what is ordered otherwise, and another drill after one that was made have keys of their own', async () => {
  const keys = forks({ status: 422, body: { detail: 'No such seat.', code: 'no-such-seat' } }, null, made, made);
  const press = new ForkPress('d1');
  await expect(press.make({ at: 5 })).rejects.toThrow('No such seat.');
  await expect(press.make({ at: 5 })).rejects.toThrow();
  await press.make({ at: 6 });
  press.begin();
  await press.make({ at: 6 });
  expect(new Set(keys).size).toBe(4);
});

test('the address is written once the slider rests, and a browser that refuses it ends nothing', () => {
  vi.useFakeTimers();
  const written: string[] = [];
  let refuses = true;
  vi.stubGlobal('location', { search: '?beside=d2&objective=o', pathname: '/drills/d1/replay', hash: '' });
  vi.stubGlobal('history', { replaceState: (_: unknown, __: string, address: string) => {
    if (refuses) throw new Error('SecurityError');
    written.push(address);
  } });
  const address = new AddressOf();
  const to = (at: number) => address.rests((asked) => {
    asked.delete('objective');
    asked.set('at', `${at}`);
  });
  to(1);
  vi.advanceTimersByTime(restMs);
  refuses = false;
  for (let at = 0; at <= 500; at++) {
    to(at);
    vi.advanceTimersByTime(20);
  }
  expect(written).toEqual([]);
  vi.advanceTimersByTime(restMs);
  expect(written).toEqual(['/drills/d1/replay?beside=d2&at=500']);
  to(7);
  address.leave();
  vi.advanceTimersByTime(restMs);
  expect(written.length).toBe(1);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
