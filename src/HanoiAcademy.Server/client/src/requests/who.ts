import type { Session } from '../link/session';
import { t } from '../texts/texts';

/** A hand in words: a person with his role, a role where nobody sits, an authority, the clock. */
export function who(session: Session, by: string): string {
  if (by === 'clock') return t('paper.by-clock');
  const seat = session.one('seat', by);
  const name = session.people.value[by];
  if (seat === undefined) return name ?? by;
  return name === undefined ? `${seat.roleName}, ${seat.teamName}` : `${name}, ${seat.roleName}`;
}

/** The same, as short as it is said among colleagues. */
export function called(session: Session, seat: string): string {
  return session.people.value[seat] ?? session.one('seat', seat)?.roleName ?? seat;
}
