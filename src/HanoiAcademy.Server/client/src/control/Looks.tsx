import { useEffect, useRef } from 'preact/hooks';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { addressOf, close, looks, pin, turn, type Look } from './pinned';

/** Rooms of teams, as they see them: up to four side by side. Each is a page of its own, on which nothing can be done. */
export function Looks() {
  if (looks.value.length === 0) return null;
  return (
    <div class="looks" data-count={looks.value.length}>
      {looks.value.map((look) => <OneLook key={look.seat} look={look} />)}
    </div>
  );
}

function OneLook({ look }: { look: Look }) {
  const session = useSession();
  const seat = session.one('seat', look.seat);
  const seats = session.all('seat').filter((one) => one.team === seat?.team);
  const frame = useRef<HTMLElement>(null);
  // One below the other, on a phone, it would open out of sight.
  useEffect(() => frame.current?.scrollIntoView({ block: 'nearest' }), []);
  const name = seat === undefined ? look.seat : `${seat.teamName}, ${seat.roleName}`;
  return (
    <section class="look" ref={frame} aria-label={t('control.room-of', name)}>
      <div class="look-head">
        <span class="muted">{t('control.read-only')}</span>
        {seats.length < 2 ? <b class="grow">{name}</b> : (
          <select class="grow" aria-label={t('control.eyes')} value={look.seat} onChange={(event) => (looks.value = turn(looks.value, look.seat, event.currentTarget.value))}>
            {seats.map((one) => <option key={one.id} value={one.id}>{one.teamName}, {one.roleName}{one.id.endsWith('.1') ? '' : ` ${one.id.split('.')[2]}`}</option>)}
          </select>
        )}
        <button type="button" aria-pressed={look.pinned} onClick={() => (looks.value = pin(looks.value, look.seat, !look.pinned))}>{look.pinned ? `● ${t('control.unpin')}` : t('control.pin')}</button>
        <button type="button" aria-label={t('control.close-room', name)} onClick={() => (looks.value = close(looks.value, look.seat))}>✕</button>
      </div>
      <iframe src={addressOf(session.drill, look.seat, location.search)} title={t('control.room-of', name)} />
    </section>
  );
}
