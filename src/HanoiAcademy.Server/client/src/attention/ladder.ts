import type { FeedView } from '../contract/records';

export const holdWhileTypingMs = 30_000;
export const ringMs = 30_000;

export interface Noticed {
  item: FeedView;
  /** When it arrived while this page was open, by the clock that stands while the drill does; undefined: it was there before. */
  arrived: number | undefined;
}

export interface Slotted {
  calls: FeedView[];
  urgent: FeedView[];
  /** Urgent ones that wait because somebody writes. */
  waiting: number;
}

/**
 * What stands in the slot: unread calls that still ring, and unread urgent items that were not put off. While somebody writes, an urgent
 * one that came since stays a count, thirty seconds at most. A call is never made to wait.
 */
export function slot(unread: readonly Noticed[], putOff: ReadonlySet<string>, typingSince: number | null, now: number): Slotted {
  const calls = unread.filter(({ item, arrived }) => item.attention === 'call' && arrived !== undefined && now - arrived < ringMs && !putOff.has(item.id));
  const urgent = unread.filter(({ item }) => item.attention === 'urgent' && !putOff.has(item.id));
  const holds = ({ arrived }: Noticed) =>
    typingSince !== null && arrived !== undefined && arrived >= typingSince && now - arrived < holdWhileTypingMs;
  return {
    calls: calls.map(({ item }) => item),
    urgent: urgent.filter((noticed) => !holds(noticed)).map(({ item }) => item),
    waiting: urgent.filter(holds).length,
  };
}

/** What the tab's title counts: everything unread but the quiet. */
export function titleCount(unread: readonly Noticed[]): number {
  return unread.filter(({ item }) => item.attention !== 'quiet').length;
}
