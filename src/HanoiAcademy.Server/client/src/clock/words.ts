import type { ClockView } from '../contract/records';
import { language, t } from '../texts/texts';

const two = (n: number) => String(n).padStart(2, '0');

/** T+00:47, hours and minutes of the drill. */
export function drillTime(at: number): string {
  const minutes = Math.floor(Math.max(0, at) / 60_000);
  return `T+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** T+00:47:05, where seconds matter. */
export function drillTimeSeconds(at: number): string {
  return `${drillTime(at)}:${two(Math.floor(Math.max(0, at) / 1000) % 60)}`;
}

/** Tue 3 Mar 14:20, in the zone of the team's State: an offset that never changes. */
export function storyTime(story: number, clock: ClockView): string {
  return formatter().format(new Date(story + clock.offsetMinutes * 60_000));
}

export function wallTime(wall: number): string {
  return new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(wall));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(): Intl.DateTimeFormat {
  const tag = language();
  let found = formats.get(tag);
  if (found === undefined) {
    found = new Intl.DateTimeFormat(tag, {
      weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'UTC', numberingSystem: 'latn',
    });
    formats.set(tag, found);
  }
  return found;
}

/** "12 min", "40 s", "3 h 5 min", "2 days": words for a length of time. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  if (seconds < 90) return t('duration.seconds', seconds);
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return t('duration.minutes', minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? t('duration.hours', hours) : t('duration.hours-minutes', hours, minutes % 60);
  return t('duration.days', Math.round(hours / 24));
}

/** 0 to 1: how much of the time is gone. */
export function share(from: number, to: number, now: number): number {
  return to <= from ? 1 : Math.min(1, Math.max(0, (now - from) / (to - from)));
}
