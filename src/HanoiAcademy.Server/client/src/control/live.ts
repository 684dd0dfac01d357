import type { Session } from '../link/session';

/** How many persons of a team have the room open now. */
export function live(session: Session, team: string): number {
  const here = (session as { here?: { value: ReadonlySet<string> } }).here?.value ?? new Set<string>();
  return [...here].filter((seat) => seat.split('.')[0] === team).length;
}
