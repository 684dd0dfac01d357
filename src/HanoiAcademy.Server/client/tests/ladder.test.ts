import { expect, test } from 'vitest';
import { holdWhileTypingMs, ringMs, slot, titleCount, type Noticed } from '../src/attention/ladder';
import type { FeedView } from '../src/contract/records';

const item = (id: string, attention: string): FeedView => ({
  kind: 'feed', id, channel: 'mail', attention, from: 'F', to: 'T', subject: id, tlp: 'GREEN', at: 0, attachments: [], own: false, marked: false,
});
const noticed = (id: string, attention: string, arrived?: number): Noticed => ({ item: item(id, attention), arrived });
const none: ReadonlySet<string> = new Set();

test('An urgent item stands in the slot until it is opened or put off', () => {
  expect(slot([noticed('a', 'urgent', 0)], none, null, 1e9).urgent.map((one) => one.id)).toEqual(['a']);
  expect(slot([noticed('a', 'urgent', 0)], new Set(['a']), null, 0).urgent).toEqual([]);
});

test('While somebody writes an urgent item is a count, for thirty seconds at most', () => {
  const unread = [noticed('a', 'urgent', 1000)];
  expect(slot(unread, none, 500, 2000)).toMatchObject({ urgent: [], waiting: 1 });
  expect(slot(unread, none, 500, 1000 + holdWhileTypingMs)).toMatchObject({ waiting: 0 });
  expect(slot(unread, none, 500, 1000 + holdWhileTypingMs).urgent).toHaveLength(1);
});

test('What stood in the slot before somebody began to write stays there', () => {
  expect(slot([noticed('a', 'urgent', 100)], none, 500, 600).urgent).toHaveLength(1);
});

test('A call rings at once, also while somebody writes, and becomes a missed call', () => {
  const unread = [noticed('c', 'call', 1000)];
  expect(slot(unread, none, 500, 1001).calls).toHaveLength(1);
  expect(slot(unread, none, null, 1000 + ringMs).calls).toEqual([]);
  expect(slot([noticed('c', 'call')], none, null, 0).calls).toEqual([]);
});

test('The quiet and the normal never come into the slot; the title counts all but the quiet', () => {
  const unread = [noticed('a', 'quiet', 0), noticed('b', 'normal', 0), noticed('c', 'urgent', 0)];
  const now = slot(unread.slice(0, 2), none, null, 0);
  expect([now.calls, now.urgent, now.waiting]).toEqual([[], [], 0]);
  expect(titleCount(unread)).toBe(2);
});
