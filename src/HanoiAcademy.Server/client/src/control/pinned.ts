import { signal } from '@preact/signals';

/** A team's room that stands in the control room, seen with one seat's eyes. Only one is not pinned: it makes room for the next. */
export interface Look {
  seat: string;
  pinned: boolean;
}

export const most = 4;
export const looks = signal<readonly Look[]>([]);
/** Rooms take the plan's place as well, so that four stand side by side. */
export const wide = signal(false);

/** Opens a room; false where four are pinned. */
export function open(all: readonly Look[], seat: string): readonly Look[] | null {
  if (all.some((look) => look.seat === seat)) return all;
  const kept = all.filter((look) => look.pinned);
  return kept.length >= most ? null : [...kept, { seat, pinned: false }];
}

export function close(all: readonly Look[], seat: string): readonly Look[] {
  return all.filter((look) => look.seat !== seat);
}

export function pin(all: readonly Look[], seat: string, pinned: boolean): readonly Look[] {
  return all.map((look) => (look.seat === seat ? { ...look, pinned } : look));
}

/** Another seat's eyes in the same place. */
export function turn(all: readonly Look[], from: string, to: string): readonly Look[] {
  return all.some((look) => look.seat === to) ? close(all, from) : all.map((look) => (look.seat === from ? { ...look, seat: to } : look));
}

/** The address of a room to look at; the page's own language and direction go along. */
export function addressOf(drill: string, seat: string, search: string): string {
  return `/drills/${encodeURIComponent(drill)}/look/${encodeURIComponent(seat)}${search}`;
}
