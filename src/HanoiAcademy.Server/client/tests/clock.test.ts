import { expect, test } from 'vitest';
import { DrillClock } from '../src/clock/clock';
import type { ClockView } from '../src/contract/records';

const view = (change: Partial<ClockView> = {}): ClockView => ({
  kind: 'clock', status: 'running', speed: 1, title: 'x', phaseTitle: 'p', phaseAt: 0, phaseStory: 1_000_000, phaseRate: 1, offsetMinutes: 0, zoneName: 'Z', plannedMs: 0, ...change,
});

function clockAt() {
  let wall = 0;
  const clock = new DrillClock(() => wall);
  return { clock, pass: (ms: number) => (wall += ms) };
}

test('It runs by itself from what the server said, at the drill’s speed', () => {
  const { clock, pass } = clockAt();
  clock.anchor(60_000, view({ speed: 5 }));
  pass(2000);
  expect(clock.now()).toBe(70_000);
});

test('A paused drill’s clock stands', () => {
  const { clock, pass } = clockAt();
  clock.anchor(60_000, view({ status: 'paused' }));
  pass(9000);
  expect(clock.now()).toBe(60_000);
});

test('Without a link it goes on for five minutes and says that it guesses, then it stands', () => {
  const { clock, pass } = clockAt();
  clock.anchor(0, view());
  clock.linkDown(true);
  pass(4 * 60_000);
  expect(clock.about).toBe(true);
  expect(clock.now()).toBe(4 * 60_000);
  pass(4 * 60_000);
  expect(clock.now()).toBe(5 * 60_000);
});

test('When the server holds the clock it stands where it is, and goes on from there', () => {
  const { clock, pass } = clockAt();
  clock.anchor(0, view());
  pass(1000);
  clock.hold(true);
  pass(60_000);
  expect(clock.now()).toBe(1000);
  clock.hold(false);
  pass(1000);
  expect(clock.now()).toBe(2000);
});

test('Story time follows the phase in which a moment lies; before all phases it is not guessed', () => {
  const { clock } = clockAt();
  clock.anchor(10_000, view({ phaseAt: 5000, phaseStory: 700_000, phaseRate: 60, earlier: [{ at: 1000, story: 100_000, rate: 2 }] }));
  expect(clock.story(6000)).toBe(760_000);
  expect(clock.story(4999)).toBe(107_998);
  expect(clock.story(999)).toBeNull();
});
