import type { FeedView } from '../contract/records';
import type { Session } from '../link/session';
import { who } from '../requests/who';
import { t } from '../texts/texts';

export const control = 'control';

/** Control has no name in the scenario: the screen gives it one. */
export function fromName(item: FeedView): string {
  return item.from !== '' || item.fromContact !== control || item.own ? item.from : t('compose.control');
}

export function toName(item: FeedView): string {
  if (item.to === '*') return t('message.everyone');
  return item.to === '' && item.fromContact === control && item.own ? t('compose.control') : item.to;
}

/** A person with his role, of control too, whose seats no team sees. At: when it was. */
export function byName(session: Session, seat: string, at: number): string {
  if (session.one('seat', seat) !== undefined || !seat.startsWith(`${control}.`)) return who(session, seat, at);
  const name = session.people.value[seat];
  return name === undefined || name === '' ? t('compose.control') : `${name}, ${t('compose.control')}`;
}
