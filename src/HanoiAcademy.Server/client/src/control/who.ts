import type { Session } from '../link/session';
import { t, word } from '../texts/texts';
import { localTeam, roleOf } from './role';

/** Who did something from a seat at drill ms `at`, or sits there now, by name; a seat of control that is nobody's by what it is. */
export function who(session: Session, seat: string, at?: number): string {
  if (seat === 'system') return t('control.system');
  const name = session.person(seat, at);
  return seat.startsWith('control.') && name === seat ? controlName(session, seat) : name;
}

/** "Bank" or "Bank, Clerk" of an address: a team, or a role of one. */
export function nameOf(session: Session, address: string): string {
  const [team = '', role] = address.split('.');
  const seat = session.all('seat').find((one) => one.team === team && (role === undefined || one.role === role));
  return seat === undefined ? address : role === undefined ? seat.teamName : `${seat.teamName}, ${seat.roleName}`;
}

/** "Local controller, Bank". */
export function controlName(session: Session, seat: string): string {
  const team = localTeam(seat);
  const role = word('control-role', roleOf(seat));
  return team === null ? role : `${role}, ${session.all('tile').find((tile) => tile.team === team)?.name ?? team}`;
}

/** "AN" of "An Nguyen"; two letters at most, of whatever script. */
export function initials(name: string): string {
  const words = name.split(/[\s.,-]+/u).filter((one) => one !== '');
  const first = [...(words[0] ?? '?')];
  const second = words.length > 1 ? [...(words[words.length - 1] ?? '')][0] : first[1];
  return ((first[0] ?? '?') + (second ?? '')).toLocaleUpperCase();
}
