import type { SeatView } from '../contract/records';
import { t } from '../texts/texts';

export interface Known {
  seat: SeatView | undefined;
  /** Of whoever holds the seat today. */
  name: string | undefined;
  /** The drill goes on from where another one stood then. */
  forkedAt: number | undefined;
}

/**
 * Which name stands at what a seat did at drill ms `at`. Names are today's people: what was done before they sat there, or in the drill
 * that this one was forked from, was done by somebody else, and then only the role stands there. Without `at`: who sits there now.
 */
export function personOf({ seat, name, forkedAt }: Known, id: string, at?: number): string {
  const role = seat === undefined ? id : seat.roleName;
  const earlier = at !== undefined && ((forkedAt !== undefined && at <= forkedAt) || (seat?.sinceAt !== undefined && at < seat.sinceAt));
  if (earlier) return t('person.before', role);
  if (seat !== undefined && seat.holder === 'simulated') return t('person.simulated', role);
  return name !== undefined && name !== '' ? name : role;
}
