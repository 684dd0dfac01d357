import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { TileView } from '../contract/records';
import { drillTime, duration, wallTime } from '../clock/words';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { isStale } from './Act';
import { live } from './live';
import { looks, open, wide } from './pinned';
import { Looks } from './Looks';
import { isGrave, needsOf, order, type TileNeed } from './needs';

/** A tile a team, those in need first; the order stands still while somebody points or tabs in it. A tile opens that team's room. */
export function Wall() {
  const session = useSession();
  const pointed = useSignal(false);
  const focused = useSignal(false);
  const full = useSignal(false);
  const before = useRef<string[]>([]);
  const tiles = session.all('tile');
  const at = session.clock.at.value;
  const running = session.status === 'running';
  before.current = order(before.current, tiles, pointed.value || focused.value, at, running);
  const scores = new Map(session.all('score').map((score) => [score.team, score.score]));
  const link = session.link.value;
  const onOpen = (tile: TileView) => {
    const seat = session.all('seat').find((one) => one.team === tile.team)?.id;
    if (session.lookThrough !== null) {
      if (seat !== undefined) session.lookThrough(seat);
      return;
    }
    const next = seat === undefined ? null : open(looks.value, seat);
    full.value = next === null;
    if (next !== null) looks.value = next;
  };
  return (
    <section class={`wall ${looks.value.length > 0 ? 'has-looks' : ''} ${tiles.length > 12 ? 'is-dense' : ''}`} aria-labelledby="wall-title">
      <div class="wall-head"><h2 id="wall-title">{t('control.teams')} {isStale(link.kind) && <span class="as-of">{link.kind === 'down' ? t('control.as-of', wallTime(link.since)) : t('control.not-now')}</span>}</h2>
        {looks.value.length > 0 && <button type="button" aria-pressed={wide.value} onClick={() => (wide.value = !wide.value)}>{wide.value ? t('control.with-plan') : t('control.rooms-only')}</button>}
      </div>
      {full.value && <p class="notice notice-warn" role="status">{t('control.four-pinned')}</p>}
      <ul
        class="tiles"
        onPointerEnter={() => (pointed.value = true)}
        onPointerLeave={() => (pointed.value = false)}
        onFocusIn={() => (focused.value = true)}
        onFocusOut={() => (focused.value = false)}
      >
        {before.current.map((team) => {
          const tile = tiles.find((one) => one.team === team);
          return tile === undefined ? null : <Tile key={team} tile={tile} score={scores.get(team)} onOpen={() => onOpen(tile)} />;
        })}
      </ul>
      <Looks />
    </section>
  );
}

function Tile({ tile, score, onOpen }: { tile: TileView; score: number | undefined; onOpen: () => void }) {
  const session = useSession();
  const at = session.clock.at.value;
  const started = session.status !== 'lobby' && session.status !== 'none';
  const needs = needsOf(tile, at, session.status === 'running');
  const here = live(session, tile.team);
  const hasSeats = tile.seats > 0;
  return (
    <li>
      <button type="button" class={`tile ${isGrave(needs) ? 'is-late' : ''}`} disabled={!hasSeats} onClick={onOpen} title={t('control.open-room', tile.name)}>
        <span class="tile-name">{tile.name}</span>
        <span class="tile-seats">
          {t('control.seats', tile.people + tile.simulated, tile.seats)}
          {tile.people > 0 && <span class={here < tile.people ? 'is-off' : ''}> {here < tile.people ? '◌' : '●'} {t('control.live', here)}</span>}
          {tile.simulated > 0 && <span class="muted"> ◇ {t('control.simulated', tile.simulated)}</span>}
        </span>
        <span class="tile-short" aria-hidden="true">{tile.people + tile.simulated}/{tile.seats}{tile.people > 0 && ` ${here < tile.people ? '◌' : '●'}${here}`}{tile.simulated > 0 && ` ◇${tile.simulated}`}{started && tile.lastActAt !== undefined && ` · ${duration(Math.max(0, at - tile.lastActAt))}`}</span>
        {tile.outAt !== undefined && <span class="tile-out">■ {t('control.out-since', drillTime(tile.outAt))}{score !== undefined && <span class="muted"> · {t('control.score', score)}</span>}</span>}
        {started && tile.outAt === undefined && <span class="tile-act">{tile.lastActAt === undefined ? t('control.no-act') : t('control.last-act', duration(Math.max(0, at - tile.lastActAt)))}{score !== undefined && <span class="muted"> · {t('control.score', score)}</span>}</span>}
        {!started && tile.outAt === undefined && <span class="tile-act">{t('control.ready', tile.ready, tile.seats)}</span>}
        {needs.length > 0 && <span class="tile-needs">{needs.map((need) => <Need key={need.what} need={need} />)}</span>}
      </button>
    </li>
  );
}

function Need({ need }: { need: TileNeed }) {
  const words = need.what === 'waiting' || need.what === 'silent' ? t(`control.need.${need.what}`, need.count, duration(need.for ?? 0)) : t(`control.need.${need.what}`, need.count);
  return <span class={need.grave ? 'need is-grave' : 'need'}>{need.grave && <span aria-hidden="true">▲ </span>}{words}</span>;
}
