import { beforeAll, expect, test } from 'vitest';
import type { SeatView } from '../src/contract/records';
import { personOf } from '../src/link/person';
import { useTexts } from '../src/texts/texts';

beforeAll(() => useTexts({ 'client.person.before': '{0}, somebody before', 'client.person.simulated': '{0}, simulated' }, 'en'));
const seat = (more: Partial<SeatView> = {}): SeatView => ({ kind: 'seat', id: 'bank.fraud.1', team: 'bank', teamName: 'Bank', role: 'fraud', roleName: 'Fraud desk', holder: 'person', ready: false, ...more });
const known = { seat: seat(), name: 'Linh', forkedAt: undefined };

test('What a seat did has the name of who sits there', () => {
  expect(personOf(known, 'bank.fraud.1', 60_000)).toBe('Linh');
  expect(personOf(known, 'bank.fraud.1')).toBe('Linh');
});

test('What was done in the drill before a fork has no name of today', () => {
  const forked = { ...known, forkedAt: 600_000 };
  expect(personOf(forked, 'bank.fraud.1', 300_000)).toBe('Fraud desk, somebody before');
  expect(personOf(forked, 'bank.fraud.1', 600_000)).toBe('Fraud desk, somebody before');
  expect(personOf(forked, 'bank.fraud.1', 600_001)).toBe('Linh');
  expect(personOf(forked, 'bank.fraud.1')).toBe('Linh');
});

test('Nor has what was done before a seat changed hands', () => {
  const later = { ...known, seat: seat({ sinceAt: 500 }) };
  expect(personOf(later, 'bank.fraud.1', 499)).toBe('Fraud desk, somebody before');
  expect(personOf(later, 'bank.fraud.1', 500)).toBe('Linh');
});

test('A simulated player is called what he is, and a seat nobody knows by its id', () => {
  expect(personOf({ ...known, seat: seat({ holder: 'simulated' }), name: undefined }, 'bank.fraud.1', 1)).toBe('Fraud desk, simulated');
  expect(personOf({ seat: undefined, name: undefined, forkedAt: undefined }, 'control.director.1', 1)).toBe('control.director.1');
});
