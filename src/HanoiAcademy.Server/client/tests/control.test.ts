import { expect, test } from 'vitest';
import type { ObjectiveView, TileView } from '../src/contract/records';
import { byNeed, isGrave, needsOf, order } from '../src/control/needs';
import { pointsOf } from '../src/control/points';
import { fallsDue } from '../src/control/preview';
import { localTeam, may, roleOf, type ControlRole, type Power } from '../src/control/role';
import { initials } from '../src/control/who';

const minute = 60_000;
const tile = (team: string, more: Partial<TileView> = {}): TileView => ({ kind: 'tile', team, name: team, seats: 2, people: 2, simulated: 0, ready: 0, lastActAt: 0, openUrgent: 0, openDecisions: 0, overdueRequests: 0, waiting: 0, ...more });

test('Those in need come first, and equals stand by name', () => {
  const tiles = [tile('b'), tile('a'), tile('urgent', { openUrgent: 2 }), tile('late', { overdueRequests: 1 }), tile('asks', { waiting: 1, waitingAt: 0 })];
  expect(byNeed(tiles, minute, true).map((one) => one.team)).toEqual(['late', 'asks', 'urgent', 'a', 'b']);
});

test('A question that has waited five minutes is grave, and says for how long', () => {
  const needs = needsOf(tile('a', { waiting: 2, waitingAt: minute }), 7 * minute, true);
  expect(needs).toEqual([{ what: 'waiting', count: 2, for: 6 * minute, grave: true }]);
  expect(isGrave(needsOf(tile('a', { waiting: 2, waitingAt: minute }), 3 * minute, true))).toBe(false);
});

test('Silence is grave only where something urgent lies, people sit and the clock runs', () => {
  const silent = tile('a', { openUrgent: 1, lastActAt: minute });
  expect(isGrave(needsOf(silent, 20 * minute, true))).toBe(true);
  expect(isGrave(needsOf(silent, 20 * minute, false))).toBe(false);
  expect(isGrave(needsOf({ ...silent, people: 0, simulated: 2 }, 20 * minute, true))).toBe(false);
  expect(isGrave(needsOf({ ...silent, openUrgent: 0 }, 20 * minute, true))).toBe(false);
});

test('While somebody points into the wall nothing changes its place', () => {
  const calm = [tile('a'), tile('b'), tile('c')];
  const before = order([], calm, false, 0, true);
  const now = [tile('a'), tile('b'), tile('c', { overdueRequests: 1 })];
  expect(order(before, now, true, 0, true)).toEqual(['a', 'b', 'c']);
  expect(order(before, now, false, 0, true)).toEqual(['c', 'a', 'b']);
  expect(order(before, [...now, tile('d')], true, 0, true)).toEqual(['a', 'b', 'c', 'd']);
  expect(order(before, [tile('b')], true, 0, true)).toEqual(['b']);
});

test('A team that is out stands last and needs nothing, whatever it had', () => {
  const gone = tile('gone', { outAt: minute, overdueRequests: 3, openUrgent: 2, seats: 4 });
  expect(needsOf(gone, 60 * minute, true)).toEqual([]);
  expect(byNeed([gone, tile('b'), tile('a')], 60 * minute, true).map((one) => one.team)).toEqual(['a', 'b', 'gone']);
});

test('What a team has won and lost stands with what it brought, voided or not', () => {
  const objective = (id: string, more: Partial<ObjectiveView> = {}): ObjectiveView => ({ kind: 'objective', id, team: 'a', name: id, points: 10, group: '', state: 'won', at: minute, ...more });
  const voided = { at: 5 * minute, seat: 'control.director.1', reason: 'A leak.', points: 7 };
  const objectives = [objective('won'), objective('half', { pointsWon: 5, at: 2 * minute }), objective('open', { state: 'open' }), objective('struck', { state: 'voided', pointsWon: 0, voided, at: 3 * minute }), objective('other', { team: 'b' })];
  const points = pointsOf('a', objectives, [{ kind: 'penalty', id: 'rash', team: 'a', name: 'rash', points: 4, at: 4 * minute }]);
  expect(points.map((point) => [point.what, point.id, point.points, point.voided?.reason])).toEqual([['penalty', 'rash', -4, undefined], ['objective', 'struck', 7, 'A leak.'], ['objective', 'half', 5, undefined], ['objective', 'won', 10, undefined]]);
});

test('A seat of control says what its holder may do', () => {
  expect(roleOf('control.local.bank.1')).toBe('local');
  expect([localTeam('control.local.bank.1'), localTeam('control.lead.1')]).toEqual(['bank', null]);
  expect(roleOf('control.somebody.1')).toBe('observer');
  const can = (role: ControlRole) => (['run', 'pause', 'end', 'steer', 'plans', 'reply', 'note', 'mark', 'tick', 'seats', 'share', 'appoint', 'void', 'remove'] satisfies Power[]).filter((power) => may(`control.${role}.1`, power));
  expect(can('director')).toHaveLength(14);
  expect(['end', 'void', 'remove'].filter((power) => can('lead').includes(power as Power))).toEqual([]);
  expect(can('local')).toEqual(['pause', 'steer', 'reply', 'note', 'tick']);
  expect(can('evaluator')).toEqual(['note', 'mark', 'tick']);
  expect(can('observer')).toEqual([]);
});

test('The preview counts what falls due in the minutes that a minute at that speed takes', () => {
  const records: Record<string, unknown[]> = {
    plan: [{ status: 'due', at: 5 * minute }, { status: 'due', at: 40 * minute }, { status: 'past', at: 6 * minute }, { status: 'contingency' }],
    decision: [{ state: 'open', deadlineAt: 9 * minute }, { state: 'taken', deadlineAt: 9 * minute }],
    hold: [{ state: 'active', endsAt: 8 * minute }, { state: 'ended', endsAt: 8 * minute }],
    request: [{ dueAt: 50 * minute }],
  };
  const session = { all: (kind: string) => records[kind] ?? [] } as unknown as Parameters<typeof fallsDue>[0];
  expect(fallsDue(session, 0, 1)).toEqual({ minutes: 10, injects: 1, decisions: 1, holds: 1, requests: 0 });
  expect(fallsDue(session, 0, 60)).toEqual({ minutes: 60, injects: 2, decisions: 1, holds: 1, requests: 1 });
});

test('Initials are two letters of any script', () => {
  expect([initials('An Nguyen'), initials('linh'), initials('أمينة سعيد'), initials('')]).toEqual(['AN', 'LI', 'أس', '?']);
});
