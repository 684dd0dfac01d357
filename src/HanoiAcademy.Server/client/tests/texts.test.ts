import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drillTime, duration } from '../src/clock/words';
import { t, useTexts, word } from '../src/texts/texts';

const en = JSON.parse(readFileSync(new URL('../../i18n/en.json', import.meta.url), 'utf8')) as { client: unknown };
useTexts(en.client, 'en');

test('A sentence comes from the one file of sentences, with its values', () => {
  expect(t('time.left', '5 min')).toBe('5 min left');
});

test('A code without a word is shown as it is', () => {
  expect(word('request-status', 'draft')).toBe('draft');
  expect(word('request-status', 'something-new')).toBe('something-new');
});

test('Times are words', () => {
  expect(drillTime(47 * 60_000)).toBe('T+00:47');
  expect(duration(40_000)).toBe('40 s');
  expect(duration(12 * 60_000)).toBe('12 min');
  expect(duration(3 * 3_600_000 + 5 * 60_000)).toBe('3 h 5 min');
  expect(duration(50 * 3_600_000)).toBe('2 days');
});
