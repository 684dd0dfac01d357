import type { Session } from '../link/session';

/** How many persons of a team have the room open now. */
export function live(session: Session, team: string): number {
  return [...session.here.value].filter((seat) => seat.split('.')[0] === team).length;
}
