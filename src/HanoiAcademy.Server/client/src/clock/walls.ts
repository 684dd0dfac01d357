import type { WallMark } from '../contract/messages';

/**
 * When it was, by everybody's own clock, that the drill's clock stood at `at`: from the marks at which it was set going, stood still or changed its
 * speed. What lies ahead is where it would come if nothing changed; null while the clock stands before it.
 */
export function wallOf(marks: readonly WallMark[], at: number): number | null {
  let found: WallMark | null = null;
  for (const mark of marks) {
    if (mark.at > at) break;
    // Where the clock stood for a while, a moment is when it had come there, not when it went on.
    if (found === null || mark.at < at) found = mark;
  }
  if (found === null) return null;
  if (found.at === at) return found.wall;
  return found.speed === 0 ? null : found.wall + (at - found.at) / found.speed;
}
