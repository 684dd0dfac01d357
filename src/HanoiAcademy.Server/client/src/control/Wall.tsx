import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { TileView } from '../contract/records';
import { duration } from '../clock/words';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';

/** A tile a team, those in need first; the order stands still while somebody points or tabs in it. */
export function Wall() {
  const session = useSession();
  const inside = useSignal(false);
  const order = useRef<string[]>([]);
  const tiles = session.all('tile');
  if (!inside.value || order.current.length !== tiles.length) {
    order.current = [...tiles].sort((a, b) => need(b) - need(a) || (a.name < b.name ? -1 : 1)).map((tile) => tile.team);
  }
  const scores = new Map(session.all('score').map((score) => [score.team, score]));
  return (
    <section class="wall" aria-labelledby="wall-title" onPointerEnter={() => (inside.value = true)} onPointerLeave={() => (inside.value = false)} onFocusIn={() => (inside.value = true)} onFocusOut={() => (inside.value = false)}>
      <h2 id="wall-title">{t('control.teams')}</h2>
      <ul class="tiles">
        {order.current.map((team) => {
          const tile = tiles.find((one) => one.team === team);
          return tile === undefined ? null : <Tile key={team} tile={tile} score={scores.get(team)?.score} />;
        })}
      </ul>
    </section>
  );
}

function need(tile: TileView): number {
  return tile.overdueRequests * 100 + tile.openDecisions * 10 + tile.openUrgent;
}

function Tile({ tile, score }: { tile: TileView; score: number | undefined }) {
  const session = useSession();
  const at = session.clock.at.value;
  const late = tile.overdueRequests > 0;
  return (
    <li class={late ? 'tile is-late' : 'tile'}>
      <h3>{tile.name}</h3>
      <p>{t('control.seats', tile.people + tile.simulated, tile.seats, tile.simulated)}</p>
      <p>{tile.lastActAt === undefined ? t('control.no-act') : t('control.last-act', duration(Math.max(0, at - tile.lastActAt)))}</p>
      <p>{t('control.open', tile.openUrgent, tile.openDecisions)}</p>
      {late && <p class="late"><span aria-hidden="true">▲</span> {t('control.overdue', tile.overdueRequests)}</p>}
      {score !== undefined && <p class="muted">{t('control.score', score)}</p>}
    </li>
  );
}
