import type { DecisionView } from '../contract/records';
import type { Session } from '../link/session';
import { language, t } from '../texts/texts';

/** Of an open decision that is not this role's: whose it is, by the names of the roles. */
export function decidedElsewhere(session: Session, decision: DecisionView): string {
  if (session.out !== undefined) return t('decision.none-decides');
  const seats = session.all('seat');
  const roles = (decision.by ?? []).flatMap((by) => seats.find((seat) => `${seat.team}.${seat.role}` === by)?.roleName ?? []);
  return roles.length === 0 ? t('decision.others') : t('decision.by-role', new Intl.ListFormat(language(), { type: 'disjunction' }).format(new Set(roles)));
}
