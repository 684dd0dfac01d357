import type { Change, Part } from '../contract/replay';
import type { ViewRecord } from '../contract/records';

type Records = ReadonlyMap<string, ViewRecord>;

/** A part after so many of its steps. */
export interface Shown {
  part: Part;
  step: number;
  team: Records;
  own: Records;
}

/** How many of a part's steps lie at or before a moment. */
export function stepsBy(part: Part, at: number): number {
  let [low, high] = [0, part.steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((part.steps[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part in which a moment lies: the last that begins at or before it. */
export function partBy(parts: readonly { n: number; at: number }[], at: number): number {
  return parts.findLast((part) => part.at <= at)?.n ?? 0;
}

/**
 * Goes to and fro in parts. Forward it merges what lies between; back it begins at the part's own view. So a seek never costs more merges than a part has
 * steps, however long the drill is.
 */
export class Reader {
  /** Of the last seek, for whoever counts. */
  merges = 0;
  #now: Shown | null = null;

  show(part: Part, step: number): Shown {
    this.merges = 0;
    const before = this.#now;
    if (before !== null && before.part === part && before.step === step) return before;
    const forward = before !== null && before.part === part && before.step < step;
    const team = new Map(forward ? before.team : Object.entries(part.team));
    const own = new Map(forward ? before.own : Object.entries(part.own));
    let [teams, owns] = [false, false];
    for (const one of part.steps.slice(forward ? before.step : 0, step)) {
      this.merges += 1;
      if (one.team !== undefined) teams = apply(team, one.team);
      if (one.own !== undefined) owns = apply(own, one.own);
    }
    // What did not change stays the very same, so that nothing is drawn anew for it.
    this.#now = { part, step, team: forward && !teams ? before.team : team, own: forward && !owns ? before.own : own };
    return this.#now;
  }
}

function apply(records: Map<string, ViewRecord>, change: Change): true {
  for (const key of change.rm) records.delete(key);
  for (const [key, record] of Object.entries(change.up)) records.set(key, record);
  return true;
}
