import { beforeAll, expect, test } from 'vitest';
import type { DecisionView, RequestView, ViewRecord } from '../src/contract/records';
import { sinceThen } from '../src/link/since';
import { useTexts } from '../src/texts/texts';
import en from '../../i18n/en.json';

beforeAll(() => useTexts({ client: en.client }, 'en'));
const name = (seat: string) => (seat === 'bank.fraud.1' ? 'Linh' : seat);
const decision: DecisionView = { kind: 'decision', id: 'd', title: 'Whom to call', html: '', options: [{ id: 'bank', name: 'The bank' }], state: 'open', canDecide: true, openedAt: 0, deadlineAt: 52 * 60_000, restsOn: [] };
const request = { kind: 'request', id: 'r', history: [{ at: 0, what: 'sent', by: 'Sundara' }] } as unknown as RequestView;

test('Nothing is said of what did not change', () => {
  expect(sinceThen(JSON.stringify(decision), decision, name)).toBe('');
});

test('A decision whose time ended meanwhile says so, with the drill time', () => {
  expect(sinceThen(JSON.stringify(decision), { ...decision, state: 'lapsed' }, name)).toBe('Since then the time for “Whom to call” ended, at T+00:52, so this no longer counts.');
});

test('A decision that somebody else took says who and what', () => {
  expect(sinceThen(JSON.stringify(decision), { ...decision, state: 'taken', bySeat: 'bank.fraud.1', option: 'bank' }, name)).toBe('Since then Linh decided: The bank.');
});

test('A request says whose hand it has passed through since', () => {
  const now: ViewRecord = { ...request, history: [...request.history, { at: 63 * 60_000, what: 'granted', by: 'Kivara' }] };
  expect(sinceThen(JSON.stringify(request), now, name)).toBe('Since then: Kivara, granted (T+01:03).');
});

test('What is gone is said to be gone, and anything else to have changed', () => {
  expect(sinceThen(JSON.stringify(decision), undefined, name)).toBe('Since then it is gone.');
  expect(sinceThen('null', { kind: 'contact', id: 'c', name: 'C', about: '' }, name)).toBe('Since then it has changed.');
});
