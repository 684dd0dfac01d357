import { expect, test } from 'vitest';
import type { PlanView, SeatView } from '../src/contract/records';
import { lateBy, nextInjects, reaches, reachOf, readTime, timeline, undone } from '../src/control/timeline';

const minute = 60_000;
let n = 0;
const row = (inject: string, more: Partial<PlanView> = {}): PlanView => ({ kind: 'plan', n: ++n, inject, title: inject, to: '', channel: 'mail', status: 'due', dated: true, expected: [], address: ['bank'], ...more });
const seat = (id: string, holder = 'person'): SeatView => ({ kind: 'seat', id, team: id.split('.')[0] ?? '', teamName: '', role: id.split('.')[1] ?? '', roleName: '', holder, ready: false });

test('Now stands before the first row that has not come and whose time has not come', () => {
  const rows = [row('b', { at: 5 * minute }), row('a', { at: minute, status: 'past' }), row('c', { at: 9 * minute })];
  const line = timeline(rows, 3 * minute, '');
  expect(line.dated.map((one) => one.inject)).toEqual(['a', 'b', 'c']);
  expect(line.nowBefore).toBe('b');
  expect(timeline(rows, 10 * minute, '').nowBefore).toBeNull();
});

test('What was fired early is behind Now, where it happened', () => {
  const line = timeline([row('early', { at: 2 * minute, status: 'past' }), row('later', { at: 8 * minute })], 3 * minute, '');
  expect(line.dated.map((one) => one.inject)).toEqual(['early', 'later']);
  expect(line.nowBefore).toBe('later');
});

test('A team sees in its filter what goes to it, to a role or a seat of it, and to all', () => {
  const rows = [row('team'), row('role', { address: ['bank.fraud'] }), row('seat', { address: ['bank.fraud.2'] }), row('all', { address: ['all'] }), row('banknote', { address: ['banknote'] })];
  expect(rows.filter((one) => reaches(one.address, 'bank')).map((one) => one.inject)).toEqual(['team', 'role', 'seat', 'all']);
});

test('What waits for a condition and what comes by hand stand apart from the clock', () => {
  const line = timeline([row('w', { status: 'waiting' }), row('c', { status: 'contingency' }), row('s', { status: 'skipped' })], 0, '');
  expect([line.dated.length, line.waiting.map((one) => one.inject), line.byHand.map((one) => one.inject)]).toEqual([0, ['w'], ['c', 's']]);
});

test('Persons and simulated players are counted apart, and each once', () => {
  const seats = [seat('bank.fraud.1'), seat('bank.fraud.2', 'simulated'), seat('bank.it.1'), seat('police.fiu.1'), seat('police.fiu.2', 'free')];
  expect(reachOf(['bank', 'bank.fraud'], seats)).toEqual({ people: 2, simulated: 1 });
  expect(reachOf(['police.fiu.1'], seats)).toEqual({ people: 1, simulated: 0 });
  expect(reachOf(['all'], seats)).toEqual({ people: 3, simulated: 1 });
});

test('Late is what is due or held back after its time; the network has five seconds', () => {
  expect(lateBy(row('a', { at: minute }), minute + 4_000)).toBe(0);
  expect(lateBy(row('a', { at: minute }), 3 * minute)).toBe(2 * minute);
  expect(lateBy(row('a', { at: minute, status: 'held-back' }), 3 * minute)).toBe(2 * minute);
  expect(lateBy(row('a', { at: minute, status: 'past' }), 3 * minute)).toBe(0);
});

test('Undone is what could be seen to be done and was not', () => {
  const expected = [{ by: 'Bank', what: 'action', name: 'a', done: true }, { by: 'Bank', what: 'message', name: 'b', done: false }, { by: 'Bank', what: 'observe', name: 'c', done: false }];
  expect(undone(row('a', { status: 'past', expected }))).toBe(1);
  expect(undone(row('a', { expected }))).toBe(0);
});

test('The next three are the next three by the clock', () => {
  const rows = [row('d', { at: 9 * minute }), row('b', { at: 5 * minute }), row('held', { at: 4 * minute, status: 'held-back' }), row('c', { at: 6 * minute }), row('gone', { at: minute, status: 'past' }), row('e', { at: 12 * minute })];
  expect(nextInjects(rows, 2 * minute, 3).map((one) => one.inject)).toEqual(['b', 'c', 'd']);
});

test('A time is read as the plan writes it, and nothing else is a time', () => {
  expect([readTime('1:30'), readTime('T+00:05'), readTime('0:00:07')]).toEqual([90 * minute, 5 * minute, 7_000]);
  expect([readTime('90'), readTime('1:60'), readTime('soon'), readTime('')]).toEqual([null, null, null, null]);
});
