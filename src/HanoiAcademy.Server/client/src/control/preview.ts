import type { Session } from '../link/session';
import { t } from '../texts/texts';

export interface Due {
  /** Drill minutes looked ahead: one wall minute at that speed, ten at the least. */
  minutes: number;
  injects: number;
  decisions: number;
  holds: number;
  requests: number;
}

/** What falls due soon after control lets the clock run; or, with a moment, until then. */
export function fallsDue(session: Pick<Session, 'all'>, at: number, speed: number, to?: number): Due {
  const minutes = to === undefined ? Math.max(10, speed) : Math.ceil((to - at) / 60_000);
  const until = to ?? at + minutes * 60_000;
  const soon = (when: number | undefined) => when !== undefined && when >= at && when <= until;
  return {
    minutes,
    injects: session.all('plan').filter((row) => row.status === 'due' && soon(row.at)).length,
    decisions: session.all('decision').filter((decision) => decision.state === 'open' && soon(decision.deadlineAt)).length,
    holds: session.all('hold').filter((hold) => hold.state === 'active' && soon(hold.endsAt)).length,
    requests: session.all('request').filter((request) => soon(request.dueAt)).length,
  };
}

/** "In the next 10 drill minutes: 7 injects, 1 decision runs out." What is none is not named. */
export function dueWords(due: Due): string {
  const parts = (['injects', 'decisions', 'holds', 'requests'] as const).filter((what) => due[what] > 0).map((what) => t(`control.due-${what}`, due[what]));
  return parts.length === 0 ? t('control.due-nothing', due.minutes) : t('control.due', due.minutes, parts.join(', '));
}
