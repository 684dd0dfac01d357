import type { Session } from '../link/session';
import { t } from '../texts/texts';

/** A hand in words: a person with his role, a role where nobody sits, an authority, the clock. At: when it was, since others may have sat there then. */
export function who(session: Session, by: string, at?: number): string {
  if (by === 'clock') return t('paper.by-clock');
  const seat = session.one('seat', by);
  if (seat === undefined) return by;
  const said = session.person(by, at);
  return said.includes(seat.roleName) ? `${said}, ${seat.teamName}` : `${said}, ${seat.roleName}`;
}

/** The same, as short as it is said among colleagues. */
export function called(session: Session, seat: string): string {
  return session.one('seat', seat) === undefined ? seat : session.person(seat);
}
