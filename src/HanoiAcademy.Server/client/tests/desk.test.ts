import { expect, test } from 'vitest';
import type { HoldView, RequestForm } from '../src/contract/records';
import { readDate } from '../src/requests/dates';
import { changed } from '../src/requests/form';
import { openFrom } from '../src/requests/hours';
import { marksSince } from '../src/requests/seen';
import { voided } from '../src/requests/signature';
import { form, request, step } from './papers';
import { deadlines, groupOf, holdsInOrder, isMine } from '../src/requests/todo';

const hold = (over: Partial<HoldView>): HoldView =>
  ({ kind: 'hold', id: 'h', dataSet: 'log', name: 'Mail log', state: 'active', beganAt: 0, endsAt: 1000, storyEnds: 0, followed: false, what: 'preservation', ...over });

test('What one may sign, answer or mend is to do; what waits for the other side is not', () => {
  expect(isMine(request({ acts: ['authorise-request'] }))).toBe(true);
  expect(isMine(request({ direction: 'in', status: 'sent', acts: ['acknowledge-request', 'answer-request'] }))).toBe(true);
  expect(isMine(request({ direction: 'in', status: 'returned', acts: ['answer-request', 'warn-sender'] }))).toBe(false);
  expect(isMine(request({ status: 'returned', acts: ['edit-request', 'supplement-request'] }))).toBe(true);
});

test('A draft that is empty, or that somebody writes just now, asks nobody for a signature and is still to be finished', () => {
  const bare = request({ acts: ['authorise-request'], form: { ...form, fields: {} } });
  const inHand = request({ acts: ['authorise-request'], writer: 'desk.officer.1' });
  expect([isMine(bare), isMine(inHand)]).toEqual([false, false]);
  expect([groupOf(bare), groupOf(inHand)]).toEqual(['todo', 'todo']);
});

test('A granted request lies on the desk until the formal one has followed, and is closed then', () => {
  expect(groupOf(request({ status: 'executed', due: 'follow-up', dueAt: 5 }))).toBe('todo');
  expect(groupOf(request({ status: 'executed' }))).toBe('closed');
  expect(groupOf(request({ status: 'executed' }), new Set(['r']))).toBe('waiting');
  expect(groupOf(request({ status: 'acknowledged' }))).toBe('waiting');
  expect(groupOf(request({ status: 'refused', acts: ['close-request'] }))).toBe('closed');
});

test('Holds that run come first, soonest first; then those a formal request keeps; then those that are over', () => {
  const order = holdsInOrder([hold({ id: 'over', state: 'ended', endsAt: 1 }), { ...hold({ id: 'kept' }), endsAt: undefined } as unknown as HoldView, hold({ id: 'late', endsAt: 9 }), hold({ id: 'soon', endsAt: 2 })]);
  expect(order.map((one) => one.id)).toEqual(['soon', 'late', 'kept', 'over']);
});

test('The next legal deadline is the soonest of holds and of what anybody owes', () => {
  const asked = request({ id: 'asked', status: 'sent', due: 'acknowledge', dueAt: 700 });
  const all = deadlines([hold({ request: 'asked' }), hold({ id: 'gone', state: 'released', endsAt: 1 })], [asked, request({ id: 'dead', status: 'lapsed', due: 'lapses', dueAt: 2 })]);
  expect(all.map((one) => [one.at, one.hold?.id, one.request?.id])).toEqual([[700, undefined, 'asked'], [1000, 'h', 'asked']]);
});

// Tuesday 2 March 2027, 05:00 UTC: 08:00 in Kivara.
const tuesday = Date.UTC(2027, 2, 2, 5, 0);
const kivara = { from: 8 * 60 + 30, to: 16 * 60 + 30, days: ['mon', 'tue', 'wed', 'thu', 'fri'], offsetMinutes: 180, closed: ['2027-03-08'] };

test('An office opens at its hour in its own zone, after a week-end and a holiday too', () => {
  const minutes = 60_000;
  expect(openFrom(kivara, tuesday) - tuesday).toBe(30 * minutes);
  expect(openFrom(kivara, tuesday + 60 * minutes)).toBe(tuesday + 60 * minutes);
  expect(openFrom(kivara, Date.UTC(2027, 2, 5, 20, 0))).toBe(Date.UTC(2027, 2, 9, 5, 30));
  expect(openFrom(undefined, tuesday)).toBe(tuesday);
  expect(openFrom({ ...kivara, days: [] }, tuesday)).toBe(tuesday);
});

test('A date is a date, and a time has its zone', () => {
  expect(['2027-03-04', '2027-03-04 14:00 +07:00', '2027-03-04T14:00Z', '2027-03-02T12:00:00Z'].map(readDate)).toEqual(['date', 'date', 'date', 'date']);
  expect(readDate('2027-03-04 14:00')).toBe('no-zone');
  expect(['tomorrow', '2027-02-30', '4.3.2027'].map(readDate)).toEqual(['none', 'none', 'none']);
});

test('An edit after a signature says so until the paper is signed anew or sent back', () => {
  const history = [step('draft'), step('authorised', 'pros.lead.1', 1), step('edited', 'desk.officer.1', 2)];
  expect(voided(request({ history }))?.signed.by).toBe('pros.lead.1');
  expect(voided(request({ history, status: 'authorised' }))).toBeNull();
  expect(voided(request({ history: [...history, step('sent-back')] }))).toBeNull();
  expect(voided(request())).toBeNull();
});

test('What changed since it was last seen is marked part by part; what was never seen is not', () => {
  const now: RequestForm = { ...form, fields: { ...form.fields, holder: 'Lotus' }, scope: { ...form.scope, classes: ['traffic'], fromUtc: 5 } };
  expect([...marksSince(form, now)].sort()).toEqual(['classes', 'holder', 'period']);
  expect(marksSince(null, now).size).toBe(0);
});

test('What the server leaves out because it is empty is no change', () => {
  const { property: _, ...scope } = { ...form.scope, property: [] };
  expect(changed({ ...form, scope: { ...scope, property: [] } }, { ...form, scope: { identifiers: [], classes: [], dataSets: [] } }).size).toBe(0);
});
