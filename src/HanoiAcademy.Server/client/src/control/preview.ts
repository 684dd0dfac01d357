import type { Session } from '../link/session';

export interface Due {
  /** Drill minutes looked ahead: one wall minute at that speed, ten at the least. */
  minutes: number;
  injects: number;
  decisions: number;
}

/** What falls due soon after control lets the clock run. */
export function fallsDue(session: Session, at: number, speed: number): Due {
  const minutes = Math.max(10, speed);
  const until = at + minutes * 60_000;
  const soon = (when: number | undefined) => when !== undefined && when >= at && when <= until;
  return {
    minutes,
    injects: session.all('plan').filter((row) => row.status === 'due' && soon(row.at)).length,
    decisions: session.all('decision').filter((decision) => decision.state === 'open' && soon(decision.deadlineAt)).length,
  };
}
