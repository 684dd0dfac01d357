import { expect, test } from 'vitest';
import { wallOf } from '../src/clock/walls';

// StartEx at wall 1,000; paused at drill 600 and resumed 5,000 later; twice as fast from drill 800 on.
const marks = [
  { at: 0, wall: 1000, speed: 1 },
  { at: 600, wall: 1600, speed: 0 },
  { at: 600, wall: 6600, speed: 1 },
  { at: 800, wall: 6800, speed: 2 },
];

test('A drill time is told on one’s own clock, through pauses and speeds', () => {
  expect(wallOf(marks, 0)).toBe(1000);
  expect(wallOf(marks, 300)).toBe(1300);
  expect(wallOf(marks, 600)).toBe(1600);
  expect(wallOf(marks, 700)).toBe(6700);
  expect(wallOf(marks, 1000)).toBe(6900);
});

test('What lies ahead of a clock that stands cannot be told', () => {
  expect(wallOf(marks.slice(0, 2), 601)).toBeNull();
  expect(wallOf([], 5)).toBeNull();
});
