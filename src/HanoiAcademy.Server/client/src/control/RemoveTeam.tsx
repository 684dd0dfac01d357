import { useSignal } from '@preact/signals';
import { drillTime } from '../clock/words';
import type { TileView } from '../contract/records';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { may } from './role';
import { TypeTheName } from './TypeTheName';

/** Below the seats: a country that drops out is taken out of the drill, by the director and for good. */
export function RemoveTeam() {
  const session = useSession();
  const removes = useSignal<TileView | null>(null);
  const teams = session.all('tile').filter((tile) => tile.seats > 0);
  const over = session.status === 'ended' || session.status === 'none' || session.clock.view.value?.alone === true;
  const out = session.all('out');
  if (!may(session.me.value.seat, 'remove') || (over && out.length === 0)) return null;
  return (
    <details class="remove-team">
      <summary>{t('control.remove-title')}</summary>
      <ul class="rows">
        {teams.map((tile) => (
          <li key={tile.team}>
            <span class="seat-name">{tile.name}{tile.outAt !== undefined && <span class="muted"> {t('control.out-since', drillTime(tile.outAt))}: <bdi>“{out.find((one) => one.team === tile.team)?.reason ?? ''}”</bdi></span>}</span>
            {tile.outAt === undefined && !over && <button type="button" class="btn-quiet" disabled={!session.canAct} onClick={() => (removes.value = tile)}>{t('control.remove')}<span class="visually-hidden"> {tile.name}</span></button>}
          </li>
        ))}
      </ul>
      {removes.value !== null && <Remove tile={removes.value} onClose={() => (removes.value = null)} />}
    </details>
  );
}

/** Cannot be mended: a reason, and the drill's name. */
function Remove({ tile, onClose }: { tile: TileView; onClose: () => void }) {
  const session = useSession();
  const reason = useSignal('');
  const label = t('control.remove-of', tile.name);
  const go = () => void session.outbox.act({ kind: 'remove-team', team: tile.team, reason: reason.value.trim() }, { label });
  return (
    <TypeTheName title={label} safe={t('control.remove-no')} danger={t('control.remove-yes', tile.name)} complete={reason.value.trim() !== ''} onClose={onClose} onSure={go}>
      <p>{t('control.remove-what', tile.people, tile.waiting)}</p>
      <label>{t('control.ruling-reason')}<input dir="auto" value={reason.value} maxLength={500} onInput={(event) => (reason.value = event.currentTarget.value)} /></label>
    </TypeTheName>
  );
}
