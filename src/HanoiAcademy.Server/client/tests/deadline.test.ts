import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { HoldView } from '../src/contract/records';
import { deadlineSentence } from '../src/requests/deadline';
import { useTexts } from '../src/texts/texts';
import { request } from './papers';

beforeAll(() => useTexts((JSON.parse(readFileSync('../i18n/en.json', 'utf8')) as { client: unknown }).client, 'en'));

const hold: HoldView = { kind: 'hold', id: 'h', dataSet: 'log', name: 'Mail log', state: 'active', beganAt: 0, endsAt: 9, storyEnds: 0, followed: false, what: 'preservation', request: 'r' };

test('A hold without a formal request behind it says whose it is and that none was sent', () => {
  expect(deadlineSentence({ at: 9, hold, request: request({ status: 'executed' }) }, '2 days of story time')).toBe('Kivara’s hold on Mail log ends in 2 days of story time, no MLA request sent.');
  expect(deadlineSentence({ at: 9, hold, request: request({ direction: 'in' }) }, '2 days')).toBe('The hold for Sundara on Mail log ends in 2 days.');
});

test('Who owes what is in the sentence, and in whose time', () => {
  expect(deadlineSentence({ at: 9, request: request({ direction: 'in', due: 'acknowledge' }) }, '15 min')).toBe('Acknowledge Sundara’s preservation request within 15 min.');
  expect(deadlineSentence({ at: 9, request: request({ due: 'answer' }) }, '2 h')).toBe('Kivara has 2 h to answer the preservation request.');
  expect(deadlineSentence({ at: 9, request: request({ form: { ...request().form, kind: 'mla' }, due: 'lapses' }) }, '30 days')).toBe('Mend the MLA request to Kivara within 30 days, or it lapses.');
});

test('Whatever the server says is due has a sentence', () => {
  for (const due of ['acknowledge', 'answer', 'progress', 'other-use', 'lapses', 'follow-up'])
    for (const direction of ['in', 'out']) expect(deadlineSentence({ at: 9, request: request({ direction, due }) }, '1 h')).toMatch(/1 h.*\.$/);
});
