import type { Mark } from '../contract/replay';

/** Something that both runs had to decide or to win, and that came out otherwise: in one of them, or at another time. */
export interface Difference {
  key: string;
  name: string;
  first: Mark | null;
  second: Mark | null;
  /** When the first of the two happened. */
  at: number;
}

/** Less than this apart, the same outcome is no difference. */
const sameMs = 60_000;

const outcomes = new Set(['decision-taken', 'decision-lapsed', 'objective-won', 'objective-missed', 'penalty', 'court-filed', 'court-lapsed']);

/** What differed between two runs of a scenario, in the order of time. Of what happened more than once the last outcome counts. */
export function differences(first: readonly Mark[], second: readonly Mark[]): Difference[] {
  const [here, there] = [lastOf(first), lastOf(second)];
  const all: Difference[] = [];
  for (const key of new Set([...here.keys(), ...there.keys()])) {
    const [a, b] = [here.get(key) ?? null, there.get(key) ?? null];
    if (a !== null && b !== null && a.what === b.what && a.state === b.state && Math.abs(a.at - b.at) < sameMs) continue;
    all.push({ key, name: (a ?? b)?.name ?? '', first: a, second: b, at: Math.min(a?.at ?? Infinity, b?.at ?? Infinity) });
  }
  return all.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

function lastOf(marks: readonly Mark[]): Map<string, Mark> {
  return new Map(marks.filter((mark) => outcomes.has(mark.what)).map((mark) => [mark.key, mark]));
}
