import { expect, test } from 'vitest';
import { rowsIn, wholeUpTo } from '../src/room/window';

test('A short feed is drawn whole', () => {
  expect(rowsIn(wholeUpTo, 44, 0, 300)).toEqual([0, wholeUpTo]);
});

test('Of two thousand entries only those around what is seen are drawn, at every place of the list', () => {
  for (let top = 0; top <= 2000 * 44 - 300; top += 37) {
    const [from, to] = rowsIn(2000, 44, top, 300);
    expect(from).toBeLessThanOrEqual(Math.floor(top / 44));
    expect(to).toBeGreaterThanOrEqual(Math.min(2000, Math.ceil((top + 300) / 44)));
    expect(to - from).toBeLessThan(60);
  }
});

test('A box that is larger than the list, or not measured yet, shows all', () => {
  expect(rowsIn(200, 44, 0, 20_000)).toEqual([0, 200]);
  expect(rowsIn(200, 0, 0, 300)).toEqual([0, 200]);
});
