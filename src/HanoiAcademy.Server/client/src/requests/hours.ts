import type { HoursView } from '../contract/records';

const dayMs = 86_400_000;
const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Story time at which an authority next works, by the same rule as the server's; the very moment when it works now, or at any hour. */
export function openFrom(hours: HoursView | undefined, story: number): number {
  if (hours === undefined) return story;
  const offset = hours.offsetMinutes * 60_000;
  // A year without one working day is an author's slip: nothing waits for ever.
  for (let day = Math.floor((story + offset) / dayMs), n = 0; n < 366; day++, n++) {
    if (!works(day, hours)) continue;
    const from = day * dayMs + hours.from * 60_000 - offset;
    const to = day * dayMs + hours.to * 60_000 - offset;
    if (story < to) return Math.max(story, from);
  }
  return story;
}

function works(day: number, hours: HoursView): boolean {
  const name = week[(((day + 3) % 7) + 7) % 7] ?? '';
  return hours.days.includes(name) && !hours.closed.includes(new Date(day * dayMs).toISOString().slice(0, 10));
}
