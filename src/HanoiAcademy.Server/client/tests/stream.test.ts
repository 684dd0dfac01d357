import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Push } from '../src/contract/messages';
import type { ReadView, ViewRecord } from '../src/contract/records';
import { begin, merge, nothing, type Stream } from '../src/link/stream';

type View = Record<string, ViewRecord>;

const record = (item: string, at: number): ReadView => ({ kind: 'read', item, at });
const views = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__x'), fc.nat(3)), { minLength: 1, maxLength: 30 })
  .map((list) => list.map((flat) => Object.fromEntries(Object.entries(flat).map(([key, at]) => [key, record(key, at)])) as View));

// What the room does after each command: compare an audience's view before and after.
function difference(before: View, after: View, seq: number): Push | null {
  const up = Object.fromEntries(Object.entries(after).filter(([key, value]) => JSON.stringify(before[key]) !== JSON.stringify(value)));
  const rm = Object.keys(before).filter((key) => !(key in after));
  return Object.keys(up).length + rm.length === 0 ? null : { stream: 'team', epoch: 'e1', seq, at: 0, up, rm };
}

function pushesOf(list: View[]): Push[] {
  const pushes: Push[] = [];
  let before: View = {};
  for (const after of list) {
    const push = difference(before, after, pushes.length + 1);
    if (push !== null) pushes.push(push);
    before = after;
  }
  return pushes;
}

const empty: Stream = { epoch: 'e1', seq: 0, records: new Map() };
const shown = (stream: Stream) => Object.fromEntries([...stream.records].sort(([a], [b]) => (a < b ? -1 : 1)));
const sorted = (view: View) => Object.fromEntries(Object.entries(view).sort(([a], [b]) => (a < b ? -1 : 1)));

test('All pushes merged are the view', () => {
  fc.assert(fc.property(views, (list) => {
    const end = pushesOf(list).reduce((stream, push) => merge(stream, push) ?? stream, empty);
    expect(shown(end)).toEqual(sorted(list.at(-1) ?? {}));
  }));
});

test('However pushes are lost, doubled and delayed, asking for the rest ends at the view', () => {
  fc.assert(fc.property(views, fc.array(fc.nat(40), { maxLength: 60 }), (list, picks) => {
    const pushes = pushesOf(list);
    let stream = empty;
    for (const pick of picks) {
      const push = pushes[pick % Math.max(1, pushes.length)];
      if (push === undefined) continue;
      stream = merge(stream, push) ?? begin(stream, { full: false, epoch: 'e1', seq: push.seq, messages: pushes.slice(stream.seq, push.seq) }) ?? stream;
    }
    stream = begin(stream, { full: false, epoch: 'e1', seq: pushes.length, messages: pushes.slice(stream.seq) }) ?? stream;
    expect(shown(stream)).toEqual(sorted(list.at(-1) ?? {}));
  }));
});

test('A push that is known changes nothing, and says so by identity', () => {
  const push = difference({}, { a: record('a', 1) }, 1) as Push;
  const once = merge(empty, push) as Stream;
  expect(merge(once, push)).toBe(once);
});

test('A gap and another epoch are asked about, never guessed', () => {
  const push: Push = { stream: 'team', epoch: 'e1', seq: 3, at: 0, up: {}, rm: [] };
  expect(merge(empty, push)).toBeNull();
  expect(merge(empty, { ...push, seq: 1, epoch: 'e2' })).toBeNull();
  expect(merge(nothing, { ...push, seq: 0 })).toBeNull();
});

test('A whole view replaces what was there', () => {
  const before: Stream = { epoch: 'e1', seq: 4, records: new Map([['read:a', record('a', 1)]]) };
  const after = begin(before, { full: true, epoch: 'e2', seq: 9, records: { 'read:b': record('b', 2) } }) as Stream;
  expect([...after.records.keys()]).toEqual(['read:b']);
  expect(after.seq).toBe(9);
});
