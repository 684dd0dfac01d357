import { expect, test } from 'vitest';
import type { Mark } from '../src/contract/replay';
import { differences } from '../src/replay/differences';

const mark = (at: number, what: string, key: string, state?: string): Mark => ({ at: at * 60_000, what, key, name: key, ...(state === undefined ? {} : { state }) });

test('what was decided or won otherwise, in one run alone, or at another time is told in the order of time; the rest is not', () => {
  const first = [mark(1, 'start', ''), mark(5, 'decision-taken', 'decision:same', 'Yes'), mark(9, 'decision-taken', 'decision:other', 'Bank'), mark(12, 'objective-won', 'objective:late'), mark(30, 'objective-missed', 'objective:kept'), mark(3, 'message', 'feed:a')];
  const second = [mark(1, 'start', ''), mark(5.5, 'decision-taken', 'decision:same', 'Yes'), mark(8, 'decision-taken', 'decision:other', 'Police'), mark(20, 'objective-won', 'objective:late'), mark(31.5, 'penalty', 'penalty:rash'), mark(30, 'objective-won', 'objective:kept')];
  expect(differences(first, second).map((one) => [one.key, one.at / 60_000, one.first?.what ?? null, one.second?.what ?? null])).toEqual([
    ['decision:other', 8, 'decision-taken', 'decision-taken'],
    ['objective:late', 12, 'objective-won', 'objective-won'],
    ['objective:kept', 30, 'objective-missed', 'objective-won'],
    ['penalty:rash', 31.5, null, 'penalty'],
  ]);
  expect(differences(first, first)).toEqual([]);
});
