import { describe, expect, it } from 'vitest';
import { byNeed, isLate, order, type DrillTile } from '../src/exercise/tile';

const tile = (id: string, need: number, more: Partial<DrillTile> = {}): DrillTile => ({ id, name: id, status: 'running', isReached: true, joinCode: 'ABC', need, ...more });

describe('the wall of drills', () => {
  it('shows those in need first, and the rest as they were launched', () => {
    expect(byNeed([tile('a', 0), tile('b', 1_000), tile('c', 0), tile('d', 300)])).toEqual(['b', 'd', 'a', 'c']);
  });

  it('holds its order while somebody points at it, and lets a new drill in at the end', () => {
    const shown = ['b', 'd', 'a'];
    const tiles = [tile('a', 9_000), tile('b', 0), tile('e', 5)];
    expect(order(shown, tiles, true)).toEqual(['b', 'a', 'e']);
    expect(order(shown, tiles, false)).toEqual(['a', 'e', 'b']);
  });

  it('calls late what is overdue, stopped, lost, or waits for five minutes', () => {
    expect(isLate(tile('a', 0, { waitingMs: 299_999, urgent: 4, decisions: 2 }))).toBe(false);
    expect(isLate(tile('a', 0, { waitingMs: 300_000 }))).toBe(true);
    expect(isLate(tile('a', 0, { overdue: 1 }))).toBe(true);
    expect(isLate(tile('a', 0, { status: 'stopped' }))).toBe(true);
    expect(isLate(tile('a', 0, { isReached: false }))).toBe(true);
  });
});
