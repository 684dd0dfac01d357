import { useId } from 'preact/hooks';
import { drillTime, storyTime, wallTime } from '../clock/words';
import type { Session } from '../link/session';
import { t } from '../texts/texts';
import { useSession } from './context';

/** Drill, story, and one's own clock: as far as each is known. */
function threeWays(session: Session, at: number): string[] {
  const view = session.clock.view.value;
  const story = session.clock.story(at);
  const wall = session.wallOf(at);
  return [
    drillTime(at),
    ...(view === null || story === null ? [] : [`${storyTime(story, view)}, ${view.zoneName}`]),
    ...(wall === null ? [] : [t('time.here', wallTime(wall))]),
  ];
}

/** A drill time, told three ways on hover, tap and focus; with `full` they stand there. */
export function When({ at, full }: { at: number; full?: boolean }) {
  const session = useSession();
  const id = useId();
  const ways = threeWays(session, at);
  if (full === true) return <time class="when">{ways.map((way, n) => <span key={n}>{n > 0 && ' · '}<bdi>{way}</bdi></span>)}</time>;
  return (
    <button type="button" class="when" aria-describedby={id}>
      <time class="ltr">{ways[0]}</time>
      <span class="when-tip" id={id} role="tooltip">{ways.slice(1).join(' · ')}</span>
    </button>
  );
}

/** The same inside something that is pressed as a whole. */
export function TimeOf({ at }: { at: number }) {
  const session = useSession();
  return <span class="feed-at ltr" title={threeWays(session, at).join(' · ')}>{drillTime(at)}</span>;
}
