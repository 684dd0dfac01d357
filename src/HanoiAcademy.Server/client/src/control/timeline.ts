import type { PlanView, SeatView } from '../contract/records';

/** Five seconds late is the network; more is said. */
const grace = 5_000;

export interface Reach {
  people: number;
  simulated: number;
}

export interface Timeline {
  /** What has a place on the clock, in the clock's order; the row before which Now stands, null: behind the last. */
  dated: PlanView[];
  nowBefore: string | null;
  /** What waits for a condition, and what comes by hand alone. */
  waiting: PlanView[];
  byHand: PlanView[];
}

export function timeline(rows: readonly PlanView[], at: number, team: string): Timeline {
  const shown = rows.filter((row) => team === '' || reaches(row.address, team));
  const dated = shown.filter((row) => row.at !== undefined).sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.n - b.n);
  const others = shown.filter((row) => row.at === undefined).sort((a, b) => a.n - b.n);
  return {
    dated,
    nowBefore: dated.find((row) => (row.at ?? 0) > at && row.status !== 'past')?.inject ?? null,
    waiting: others.filter((row) => row.status === 'waiting'),
    byHand: others.filter((row) => row.status !== 'waiting'),
  };
}

/** Whether an address list reaches a team or any seat of it. */
export function reaches(address: readonly string[], team: string): boolean {
  return address.some((one) => one === 'all' || one === team || one.startsWith(`${team}.`));
}

/** Persons and simulated players whom it reaches now. */
export function reachOf(address: readonly string[], seats: readonly SeatView[]): Reach {
  const reached = seats.filter((seat) => address.some((one) => one === 'all' || one === seat.team || one === `${seat.team}.${seat.role}` || one === seat.id));
  return { people: reached.filter((seat) => seat.holder === 'person').length, simulated: reached.filter((seat) => seat.holder === 'simulated').length };
}

/** Drill milliseconds by which it is behind its time; 0 when it is not. */
export function lateBy(row: PlanView, at: number): number {
  const late = row.status === 'due' || row.status === 'held-back' ? at - (row.at ?? at) : 0;
  return late > grace ? late : 0;
}

/** What a good team would have done with a delivered one and nobody has done yet. */
export function undone(row: PlanView): number {
  return row.status === 'past' ? row.expected.filter((act) => !act.done && act.what !== 'observe').length : 0;
}

/** What comes next by the clock, as a phone shows it. */
export function nextInjects(rows: readonly PlanView[], at: number, count: number): PlanView[] {
  return rows.filter((row) => row.status === 'due' && row.at !== undefined && row.at >= at - grace).sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.n - b.n).slice(0, count);
}

/** "1:30" or "0:05:30" after StartEx, as drill milliseconds; null when it is none. Hours and minutes, as the plan writes them. */
export function readTime(text: string): number | null {
  const parts = /^\s*(?:T\+)?(\d{1,3}):([0-5]\d)(?::([0-5]\d))?\s*$/i.exec(text);
  if (parts === null) return null;
  return ((Number(parts[1]) * 60 + Number(parts[2])) * 60 + Number(parts[3] ?? 0)) * 1000;
}
