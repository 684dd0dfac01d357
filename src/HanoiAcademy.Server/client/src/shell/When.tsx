import { drillTime, storyTime } from '../clock/words';
import { useSession } from './context';

/** A drill time; story time beside it on hover, and written out where there is room. */
export function When({ at, full }: { at: number; full?: boolean }) {
  const { clock } = useSession();
  const view = clock.view.value;
  const story = clock.story(at);
  const told = view === null || story === null ? '' : `${storyTime(story, view)}, ${view.zoneName}`;
  return (
    <time class="when ltr" title={full ? undefined : told}>
      {drillTime(at)}{full && told !== '' ? ` · ${told}` : ''}
    </time>
  );
}
