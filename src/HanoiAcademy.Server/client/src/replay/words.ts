import type { Mark } from '../contract/replay';
import { drillTimeSeconds, storyTime } from '../clock/words';
import type { Session } from '../link/session';
import { t, word } from '../texts/texts';

/** Kinds of marks, as one chooses among them. */
export const groups = ['time', 'message', 'decision', 'request', 'evidence', 'judged'] as const;
export type Group = (typeof groups)[number];

export function groupOf(mark: Mark): Group {
  if (mark.what === 'message' || mark.what === 'own-message') return 'message';
  if (mark.what.startsWith('decision-')) return 'decision';
  if (mark.what === 'request') return 'request';
  if (mark.what === 'evidence' || mark.what.startsWith('court-')) return 'evidence';
  if (mark.what.startsWith('objective-') || mark.what === 'penalty') return 'judged';
  return 'time';
}

/** "Objective lost: Preserve the logs". */
export function markWords(mark: Mark): string {
  const what = word('replay-mark', mark.what);
  const state = mark.state === undefined ? '' : mark.what === 'request' ? word('request-status', mark.state) : mark.what === 'evidence' ? word('evidence-state', mark.state) : mark.what === 'speed' ? `×${mark.state}` : mark.state;
  return [what, mark.name, state].filter((part) => part !== '').join(': ');
}

/** The time in words, for whoever hears the slider. */
export function timeSaid(session: Session, at: number): string {
  const seconds = Math.floor(at / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const spoken = h > 0 ? t('replay.time-hours', h, m, s) : t('replay.time-minutes', m, s);
  const view = session.clock.view.value;
  const story = session.clock.story(at);
  return view === null || story === null ? spoken : `${spoken}, ${storyTime(story, view)}`;
}

export function timeShown(session: Session, at: number): string {
  const view = session.clock.view.value;
  const story = session.clock.story(at);
  return view === null || story === null ? drillTimeSeconds(at) : `${storyTime(story, view)}, ${view.zoneName}`;
}
