import type { HoldView, RequestView } from '../contract/records';

const acts: ReadonlySet<string> = new Set([
  'authorise-request', 'acknowledge-request', 'verify-request', 'answer-request', 'supplement-request', 'accept-conditions',
  'go-on-nevertheless', 'confirm-in-writing', 'tell-progress', 'answer-other-use', 'warn-true-authority',
]);

// What the receiver could still answer, but waits for the sender or for his own case.
const waits: ReadonlySet<string> = new Set(['returned', 'consulting', 'postponed']);
const over: ReadonlySet<string> = new Set(['closed', 'refused', 'withdrawn', 'lapsed', 'not-authentic']);
const held: ReadonlySet<string> = new Set(['answer-request', 'verify-request']);

/** A request needs this person when one of the acts open to him answers, signs or mends it. */
export function isMine(request: RequestView): boolean {
  const open = request.acts.filter((act) => acts.has(act) && !(waits.has(request.status) && held.has(act)));
  return open.length > 0 && !(request.status === 'draft' && (isBare(request) || request.writer !== undefined));
}

// A draft that nobody has written into yet asks nobody for a signature, nor does one that somebody writes at this moment.
function isBare(request: RequestView): boolean {
  return Object.values(request.form.fields).every((text) => text.trim() === '');
}

export type Group = 'todo' | 'waiting' | 'closed';

/**
 * Where a paper lies on the desk. A draft is there to be finished; one that was granted, and that a formal request must follow, too. What a hold still
 * rests on is not over, though it was executed.
 */
export function groupOf(request: RequestView, held: ReadonlySet<string> = new Set()): Group {
  if (isMine(request) || request.status === 'draft' || request.status === 'authorised' || (request.due === 'follow-up' && request.direction !== 'in')) return 'todo';
  if (over.has(request.status) || (request.status === 'executed' && request.due === undefined && !held.has(request.id))) return 'closed';
  return 'waiting';
}

/** Those that run, soonest first; then those that a formal request keeps; then what is over. */
export function holdsInOrder(holds: readonly HoldView[]): HoldView[] {
  const rank = (hold: HoldView) => (hold.state !== 'active' ? 2 : hold.endsAt === undefined ? 1 : 0);
  return [...holds].sort((a, b) => rank(a) - rank(b) || (a.endsAt ?? 0) - (b.endsAt ?? 0));
}

export type Deadline = { at: number } & ({ hold: HoldView; request?: RequestView } | { hold?: undefined; request: RequestView });

/** Every legal period that runs or ran out unanswered, soonest first. */
export function deadlines(holds: readonly HoldView[], requests: readonly RequestView[]): Deadline[] {
  const ends = holds
    .filter((hold) => hold.state === 'active' && hold.endsAt !== undefined)
    .map((hold): Deadline => {
      const request = requests.find((one) => one.id === hold.request);
      return { at: hold.endsAt ?? 0, hold, ...(request === undefined ? {} : { request }) };
    });
  const dues = requests
    .filter((request) => request.due !== undefined && request.dueAt !== undefined && !over.has(request.status))
    .map((request): Deadline => ({ at: request.dueAt ?? 0, request }));
  return [...ends, ...dues].sort((a, b) => a.at - b.at);
}
