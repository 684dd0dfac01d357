import { expect, test } from 'vitest';
import type { ExpectedView, PlanView } from '../src/contract/records';
import { toTick } from '../src/control/ticks';

const minute = 60_000;
const act = (n: number, more: Partial<ExpectedView> = {}): ExpectedView => ({ by: 'Bank', what: 'observe', name: `act ${n}`, done: false, act: n, ...more });
const row = (inject: string, more: Partial<PlanView> = {}): PlanView => ({ kind: 'plan', n: 1, inject, title: inject, to: 'Bank', channel: 'mail', status: 'past', dated: true, expected: [act(1)], address: ['bank'], ...more });

test('An evaluator has before him what has come and nobody has marked, the last inject first', () => {
  const rows = [
    row('early', { at: minute, expected: [act(1, { found: 'done', done: true }), act(2)] }),
    row('late', { at: 9 * minute }),
    row('to-come', { at: 20 * minute, status: 'due' }),
    row('judged-by-rules', { at: 10 * minute, expected: [{ by: 'Bank', what: 'action', name: 'stop', done: false }] }),
  ];
  expect(toTick(rows, '').open.map((one) => `${one.row.inject} ${one.act.act}`)).toEqual(['late 1', 'early 2']);
  expect(toTick(rows, '').marked.map((one) => `${one.row.inject} ${one.act.act}`)).toEqual(['early 1']);
});

test('He may watch one team; what was done before its inject came stands among the marked', () => {
  const rows = [row('a', { at: minute }), row('b', { at: minute, address: ['police'] }), row('c', { status: 'contingency', expected: [act(1, { found: 'partly' })] })];
  expect(toTick(rows, 'police').open.map((one) => one.row.inject)).toEqual(['b']);
  expect(toTick(rows, 'bank').marked.map((one) => one.row.inject)).toEqual(['c']);
});
