import type { Session } from '../link/session';
import { language, t } from '../texts/texts';

/**
 * Of an open decision that is not this role's. The view shows it to every role of a team of which one decides, without saying which: it is
 * one of the others, and where there is only one other its name is known.
 */
export function decidedElsewhere(session: Session): string {
  const [team, role] = session.me.value.teamRole?.split('.') ?? [];
  if (session.out !== undefined) return t('decision.none-decides');
  const others = [...new Set(session.all('seat').filter((seat) => seat.team === team && seat.role !== role).map((seat) => seat.roleName))];
  return others.length === 0 ? t('decision.others') : t('decision.by-role', new Intl.ListFormat(language(), { type: 'disjunction' }).format(others));
}
