import { expect, test } from 'vitest';
import { addressOf, close, open, pin, turn, type Look } from '../src/control/pinned';

const seats = (all: readonly Look[] | null) => all?.map((look) => look.seat);

test('A room that is not pinned makes room for the next', () => {
  const one = open([], 'bank.fraud.1') ?? [];
  expect(seats(open(one, 'police.fiu.1'))).toEqual(['police.fiu.1']);
  expect(seats(open(pin(one, 'bank.fraud.1', true), 'police.fiu.1'))).toEqual(['bank.fraud.1', 'police.fiu.1']);
});

test('Four are pinned at most, and a fifth says so instead of taking the place of one', () => {
  const four = ['a.r.1', 'b.r.1', 'c.r.1', 'd.r.1'].map((seat) => ({ seat, pinned: true }));
  expect(open(four, 'e.r.1')).toBeNull();
  expect(open(four, 'b.r.1')).toBe(four);
  expect(seats(open(close(four, 'a.r.1'), 'e.r.1'))).toEqual(['b.r.1', 'c.r.1', 'd.r.1', 'e.r.1']);
});

test('Other eyes stay in the same place, and the same eyes are not opened twice', () => {
  const two = [{ seat: 'a.r.1', pinned: true }, { seat: 'b.r.1', pinned: false }];
  expect(turn(two, 'a.r.1', 'a.s.1')).toEqual([{ seat: 'a.s.1', pinned: true }, { seat: 'b.r.1', pinned: false }]);
  expect(seats(turn(two, 'a.r.1', 'b.r.1'))).toEqual(['b.r.1']);
});

test('The address carries nothing that could leave its place', () => {
  expect(addressOf('d1', 'bank.fraud.1', '?dir=rtl')).toBe('/drills/d1/look/bank.fraud.1?dir=rtl');
  expect(addressOf('d/1', '../x', '')).toBe('/drills/d%2F1/look/..%2Fx');
});
