/** The parts of a hot wash and the minutes each may take: twenty in all. */
export const agenda = [
  { part: 'planned', minutes: 2 },
  { part: 'happened', minutes: 5 },
  { part: 'helped', minutes: 4 },
  { part: 'hindered', minutes: 4 },
  { part: 'fix', minutes: 5 },
] as const;

export type Part = (typeof agenda)[number]['part'];

export const minutesInAll = agenda.reduce((sum, step) => sum + step.minutes, 0);

/** More fixes than this are a wish list. */
export const mostFixes = 3;

/** Whole seconds since it began, never below nothing: this machine's clock may be set while it runs. */
export function secondsSince(beganAt: number | null, now: number): number {
  return beganAt === null ? 0 : Math.max(0, Math.floor((now - beganAt) / 1000));
}

/** Where the talk ought to be by now. */
export function dueStep(seconds: number): number {
  let until = 0;
  for (const [n, step] of agenda.entries()) {
    until += step.minutes * 60;
    if (seconds < until) return n;
  }
  return agenda.length - 1;
}

/** Seconds until a part ought to be over, never more than its own; below nothing when it should be over already. */
export function secondsLeft(step: number, seconds: number): number {
  const until = agenda.slice(0, step + 1).reduce((sum, one) => sum + one.minutes * 60, 0);
  return Math.min((agenda[step]?.minutes ?? 0) * 60, until - seconds);
}
