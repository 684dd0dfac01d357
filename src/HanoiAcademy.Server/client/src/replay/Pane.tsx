import { useEffect, useMemo, useRef } from 'preact/hooks';
import { SessionContext } from '../shell/context';
import { Log } from '../control/Log';
import { Plan } from '../control/Plan';
import { Wall } from '../control/Wall';
import { Columns } from '../room/Room';
import { Tabs } from '../room/Places';
import { reading as makeReading } from '../room/unread';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import type { Player } from './player';

/** One recording as it stood: the very screens of the drill, with nothing to press that reaches anybody. */
export function Pane({ player, named, onSeat }: { player: Player; named: boolean; onSeat: (seat: string) => void }) {
  const index = player.index.value;
  const failed = player.failed.value;
  player.session.lookThrough = onSeat;
  const pane = useRef<HTMLElement>(null);
  useEffect(() => (named && pane.current !== null ? onlyOneLandmark(pane.current, index?.title ?? player.drill) : undefined), [named, index?.title]);
  return (
    <SessionContext.Provider value={player.session}>
      <section class="pane" ref={pane} aria-label={index?.title ?? t('replay.slider')} aria-busy={player.loading.value}>
        {(named || index?.forkedFrom !== undefined) && <p class="pane-name" dir="auto"><b>{index?.title}</b>{index?.forkedFrom !== undefined && ` · ${t('replay.is-fork')}`}</p>}
        {failed !== null && <p class="notice notice-bad" role="alert">{failed === '' ? t('replay.no-part') : failed}</p>}
        {player.broken.value && <p class="notice notice-warn">{t('replay.broken-here')}</p>}
        {index?.break !== undefined && <p class="notice notice-warn">{index.break.version !== undefined && t(`replay.break.${breakOf(index.break.why)}`, index.break.version)} {t('replay.break-what')}</p>}
        {index?.altered !== undefined && <p class="notice notice-warn">{index.altered > 0 && t('replay.altered-row', index.altered)} {t('replay.altered')}</p>}
        {index !== null && (index.teamRole === undefined ? <ControlThen /> : <RoomThen key={index.seat} />)}
      </section>
    </SessionContext.Provider>
  );
}

/** Two rooms beside each other have each part twice, under the same name: who goes by landmarks finds the two rooms, and their parts as groups in them. */
function onlyOneLandmark(pane: HTMLElement, title: string): () => void {
  const group = () => {
    for (const part of pane.querySelectorAll('section:not([role=group]), aside:not([role=group]), [role=region]')) part.setAttribute('role', 'group');
    // A nav may be nothing else: it is told apart by its name.
    for (const nav of pane.querySelectorAll<HTMLElement>('nav:not([data-of])')) {
      nav.dataset['of'] = title;
      nav.setAttribute('aria-label', `${nav.getAttribute('aria-label') ?? ''}: ${title}`);
    }
  };
  group();
  const watcher = new MutationObserver(group);
  watcher.observe(pane, { childList: true, subtree: true });
  return () => watcher.disconnect();
}

function breakOf(why: string): 'row-missing' | 'row-unreadable' | 'row-impossible' {
  return why === 'row-missing' || why === 'row-unreadable' ? why : 'row-impossible';
}

function RoomThen() {
  const session = useSession();
  const reading = useMemo(() => makeReading(session), [session]);
  const lobby = session.status === 'lobby' || session.status === 'none';
  return (
    <div class="room room-then">
      <p class={`then-state bar-${session.status}`}>{session.status === 'running' ? t('state.running', session.clock.view.value?.speed ?? 1) : word('state', session.status)} · <bdi>{session.clock.view.value?.phaseTitle}</bdi></p>
      <div class="content">{lobby ? <BeforeStart /> : <Columns reading={reading} />}</div>
      {!lobby && <Tabs reading={reading} />}
    </div>
  );
}

/** The lobby asks to test links and to say that one is ready: of that nothing is left. */
function BeforeStart() {
  const session = useSession();
  const seats = session.all('seat');
  return (
    <div class="lobby" tabIndex={0}>
      <h2>{t('replay.before-start')}</h2>
      <ul class="plain">{seats.map((seat) => <li key={seat.id}><bdi>{seat.teamName}, {seat.roleName}</bdi>: {seat.holder === 'person' ? session.person(seat.id) : word('holder', seat.holder)}</li>)}</ul>
    </div>
  );
}

function ControlThen() {
  const session = useSession();
  return (
    <div class="control control-then">
      <p class={`then-state bar-${session.status}`}>{session.status === 'running' ? t('state.running', session.clock.view.value?.speed ?? 1) : word('state', session.status)} · <bdi>{session.clock.view.value?.phaseTitle}</bdi></p>
      <div class="control-main">
        <div class="control-start"><Wall /><section class="then-log"><h2>{t('replay.log')}</h2><Log /></section></div>
        <div class="control-end"><Plan /></div>
      </div>
    </div>
  );
}

