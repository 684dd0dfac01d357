import { duration, share } from '../clock/words';
import { t } from '../texts/texts';
import { useSession } from './context';

/** Words and a bar; red, with a shape, only in the last tenth. */
export function TimeLeft({ from, to, label, story }: { from: number; to: number; label: string; story?: boolean }) {
  const { clock } = useSession();
  const at = clock.at.value;
  // A legal period is told in the story's days, not in the drill's minutes.
  const left = story === true ? t('desk.story-left', duration((to - at) * (clock.view.value?.phaseRate ?? 1))) : duration(to - at);
  const gone = share(from, to, at);
  const late = at >= to;
  return (
    <span class={`time-left ${gone > 0.9 ? 'is-late' : ''}`}>
      <meter min={0} max={1} value={1 - gone} aria-label={label} />
      <span>{gone > 0.9 && <span aria-hidden="true">▲ </span>}{late ? t('time.over') : t('time.left', left)}</span>
    </span>
  );
}

/** Something under way: its bar fills. */
export function Progress({ from, to, label }: { from: number; to: number; label: string }) {
  const { clock } = useSession();
  const at = clock.at.value;
  return (
    <span class="time-left">
      <progress max={1} value={share(from, to, at)} aria-label={label} />
      <span>{t('time.left', duration(to - at))}</span>
    </span>
  );
}
