import type { ObjectiveView, PenaltyView, VoidedView } from '../contract/records';

/** A line of what counts for a team: points won, or a penalty. */
export interface Point {
  what: 'objective' | 'penalty';
  id: string;
  name: string;
  /** What it brings; below nothing for a penalty. Of a voided one: what it brought before. */
  points: number;
  at?: number;
  voided?: VoidedView;
}

/** What a team has won and lost so far, the latest first. Only that can be voided. */
export function pointsOf(team: string, objectives: readonly ObjectiveView[], penalties: readonly PenaltyView[]): Point[] {
  const won = objectives.filter((one) => one.team === team).map((one): Point => ({
    what: 'objective', id: one.id, name: one.name, points: one.voided?.points ?? one.pointsWon ?? (one.state === 'won' ? one.points : 0), ...times(one),
  })).filter((point) => point.points > 0);
  const lost = penalties.filter((one) => one.team === team).map((one): Point => ({ what: 'penalty', id: one.id, name: one.name, points: -one.points, ...times(one) }));
  return [...won, ...lost].sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || (a.name < b.name ? -1 : 1));
}

function times({ at, voided }: { at?: number; voided?: VoidedView }): Pick<Point, 'at' | 'voided'> {
  return { ...(at === undefined ? {} : { at }), ...(voided === undefined ? {} : { voided }) };
}
