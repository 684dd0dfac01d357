/** A drill of an exercise as the server tells it; what is absent is not known. Times ending in Ms are drill time. */
export interface DrillTile {
  id: string;
  name: string;
  status: string;
  isReached: boolean;
  joinCode: string;
  need: number;
  at?: number;
  speed?: number;
  seats?: number;
  people?: number;
  simulated?: number;
  ready?: number;
  live?: number;
  controllers?: number;
  lastActMs?: number;
  urgent?: number;
  decisions?: number;
  overdue?: number;
  waiting?: number;
  waitingMs?: number;
  missing?: number;
}

/** Those in need first, the rest as they were launched; ties as they were launched too. */
export function byNeed(tiles: readonly DrillTile[]): string[] {
  return tiles
    .map((tile, place) => ({ tile, place }))
    .sort((a, b) => b.tile.need - a.tile.need || a.place - b.place)
    .map(({ tile }) => tile.id);
}

/** The order to show: while it is held nothing moves; a drill that is new comes last, one that is gone leaves its place. */
export function order(shown: readonly string[], tiles: readonly DrillTile[], held: boolean): string[] {
  const wanted = byNeed(tiles);
  if (!held) return wanted;
  const there = new Set(wanted);
  const kept = shown.filter((id) => there.has(id));
  return [...kept, ...wanted.filter((id) => !kept.includes(id))];
}

export function isLate(tile: DrillTile): boolean {
  return !tile.isReached || tile.status === 'stopped' || (tile.overdue ?? 0) > 0 || (tile.waitingMs ?? 0) >= 5 * 60_000;
}
