import type { TileView } from '../contract/records';

/** What a tile says in words, the gravest first. */
export interface TileNeed {
  what: 'overdue' | 'waiting' | 'urgent' | 'decisions' | 'silent' | 'empty';
  count: number;
  /** Drill milliseconds for which it has been so, where that is known. */
  for?: number;
  grave: boolean;
}

// A question that has waited this long, and a team that has done nothing for this long while something urgent lies there, are overdue.
export const waitsTooLong = 5 * 60_000;
export const silentTooLong = 15 * 60_000;

export function needsOf(tile: TileView, at: number, running: boolean): TileNeed[] {
  const needs: TileNeed[] = [];
  if (tile.outAt !== undefined) return needs;
  if (tile.overdueRequests > 0) needs.push({ what: 'overdue', count: tile.overdueRequests, grave: true });
  if (tile.waiting > 0) {
    const waits = Math.max(0, at - (tile.waitingAt ?? at));
    needs.push({ what: 'waiting', count: tile.waiting, for: waits, grave: waits >= waitsTooLong });
  }
  const quiet = at - (tile.lastActAt ?? 0);
  if (running && tile.people > 0 && tile.openUrgent + tile.openDecisions > 0 && quiet >= silentTooLong) needs.push({ what: 'silent', count: 1, for: quiet, grave: true });
  if (tile.openUrgent > 0) needs.push({ what: 'urgent', count: tile.openUrgent, grave: false });
  if (tile.openDecisions > 0) needs.push({ what: 'decisions', count: tile.openDecisions, grave: false });
  if (tile.people + tile.simulated < tile.seats) needs.push({ what: 'empty', count: tile.seats - tile.people - tile.simulated, grave: false });
  return needs;
}

export function isGrave(needs: readonly TileNeed[]): boolean {
  return needs.some((need) => need.grave);
}

/** Who needs control most, who is out last; equal needs by name, so that the wall does not dance. */
export function byNeed(tiles: readonly TileView[], at: number, running: boolean): TileView[] {
  return [...tiles].sort((a, b) => Number(a.outAt !== undefined) - Number(b.outAt !== undefined) || weight(b, at, running) - weight(a, at, running) || (a.name < b.name ? -1 : 1));
}

function weight(tile: TileView, at: number, running: boolean): number {
  const weights = { overdue: 1000, waiting: 100, silent: 300, urgent: 10, decisions: 5, empty: 0 };
  return needsOf(tile, at, running).reduce((sum, need) => sum + weights[need.what] * need.count + (need.grave ? 500 : 0), 0);
}

/** The order that is drawn: by need, but as it was while somebody points or tabs in the wall. A team that came or went is placed all the same. */
export function order(before: readonly string[], tiles: readonly TileView[], frozen: boolean, at: number, running: boolean): string[] {
  const now = byNeed(tiles, at, running).map((tile) => tile.team);
  if (!frozen) return now;
  const known = new Set(now);
  const kept = before.filter((team) => known.has(team));
  return [...kept, ...now.filter((team) => !kept.includes(team))];
}
