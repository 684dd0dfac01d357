import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { language, t, word } from '../texts/texts';
import { isLate, order, type DrillTile } from './tile';
import type { WallWatch } from './watch';

/** A tile a drill, those in need first; the order stands still while somebody points or tabs in it. */
export function Wall({ watch }: { watch: WallWatch }) {
  const held = useSignal(false);
  const shown = useRef<string[]>([]);
  const tiles = watch.tiles.value;
  shown.current = order(shown.current, tiles, held.value);
  const byId = new Map(tiles.map((tile) => [tile.id, tile]));
  const time = new Date(watch.asOf.value).toLocaleTimeString(language());
  return (
    <div
      class={watch.isStale.value ? 'wall-of-drills is-stale' : 'wall-of-drills'}
      onPointerEnter={() => (held.value = true)}
      onPointerLeave={() => (held.value = false)}
      onFocusIn={() => (held.value = true)}
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) held.value = false;
      }}
    >
      <p class={watch.isStale.value ? 'notice notice-warn' : 'muted'}>
        {watch.isStale.value ? t('wall.as-of', time) : t('wall.fresh', time)}
        {held.value && <span class="wall-held"> · {t('wall.held')}</span>}
      </p>
      <ul class="drill-tiles" aria-label={t('wall.label')}>
        {shown.current.map((id) => {
          const tile = byId.get(id);
          return tile === undefined ? null : <Tile key={id} tile={tile} />;
        })}
      </ul>
    </div>
  );
}

function Tile({ tile }: { tile: DrillTile }) {
  const late = isLate(tile);
  return (
    <li class={`drill-tile is-${tile.isReached ? tile.status : 'lost'}${late ? ' is-late' : ''}`}>
      <h3><a href={`/drills/${tile.id}/control`} aria-label={t('wall.open', tile.name)}><bdi>{tile.name}</bdi></a></h3>
      <p class="tile-state">
        <span class="tile-status">{tile.isReached ? word('wall.status', tile.status) : t('wall.not-reached')}</span>
        {tile.at !== undefined && tile.status !== 'lobby' && <bdi class="ltr tile-clock">{clock(tile.at)}{(tile.speed ?? 1) > 1 && ` ×${tile.speed}`}</bdi>}
      </p>
      {tile.seats !== undefined && <p>{t('wall.seats', (tile.people ?? 0) + (tile.simulated ?? 0), tile.seats, tile.live ?? 0)}</p>}
      {tile.status === 'lobby' && tile.missing !== undefined && <p class={tile.missing > 0 ? 'needs' : 'calm'}>{tile.missing > 0 ? t('wall.missing', tile.missing) : t('wall.all-there')}</p>}
      {tile.status !== 'lobby' && tile.status !== 'ended' && tile.isReached && <Needs tile={tile} />}
    </li>
  );
}

function Needs({ tile }: { tile: DrillTile }) {
  const needs: [string, boolean][] = [];
  if (tile.overdue) needs.push([t('wall.overdue', tile.overdue), true]);
  if (tile.waiting) needs.push([t('wall.waiting', tile.waiting, minutes(tile.waitingMs ?? 0)), (tile.waitingMs ?? 0) >= 5 * 60_000]);
  if (tile.urgent) needs.push([t('wall.urgent', tile.urgent), false]);
  if (tile.decisions) needs.push([t('wall.decisions', tile.decisions), false]);
  if (tile.controllers === 0) needs.push([t('wall.no-controller'), false]);
  return (
    <>
      <p class="muted">{tile.lastActMs === undefined ? t('wall.no-act') : t('wall.last', minutes(tile.lastActMs))}</p>
      {needs.length === 0 ? <p class="calm">{t('wall.calm')}</p> : needs.map(([text, bad]) => <p key={text} class={bad ? 'late' : 'needs'}>{bad && <span aria-hidden="true">▲ </span>}{text}</p>)}
    </>
  );
}

function minutes(ms: number): number {
  return Math.floor(ms / 60_000);
}

function clock(ms: number): string {
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `T+${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}`;
}
