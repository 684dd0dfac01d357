import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../attention/Announcer';
import { onKeys } from '../attention/keys';
import { OutgoingStrip } from '../shell/ActButton';
import { Bar } from '../shell/Bar';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { isStale } from './Act';
import { Desk, tab } from './Desk';
import { LobbyOfControl } from './LobbyOfControl';
import { Next, NextThree } from './Next';
import { notesField } from './Notes';
import { looks, wide } from './pinned';
import { Plan } from './Plan';
import { may } from './role';
import { PauseButton, Running } from './Running';
import { Strip } from './Strip';
import { Wall } from './Wall';
import { controlName, who } from './who';

/** The control room: what comes next, the wall of teams, the plan, what waits for an answer, notes and the log. */
export function Control() {
  const session = useSession();
  const seat = session.me.value.seat;
  const status = session.status;
  const tells = useRef<string | null>(null);
  useEffect(() => onKeys({
    p: () => {
      if (session.status !== 'running' || !may(session.me.value.seat, 'pause')) return false;
      void session.outbox.act({ kind: 'pause' });
      return true;
    },
    e: () => {
      if (!may(session.me.value.seat, 'note')) return false;
      tab.value = 'notes';
      requestAnimationFrame(() => document.getElementById(notesField)?.focus());
      return true;
    },
  }), [session]);
  useSignalEffect(() => {
    const now = session.clock.view.value?.status ?? null;
    if (tells.current !== null && now !== tells.current && now !== null) announce(now === 'running' ? t('state.running', session.clock.view.value?.speed ?? 1) : word('state', now), now === 'paused' || now === 'stopped');
    tells.current = now;
  });
  return (
    <div class={`control ${isStale(session.link.value.kind) ? 'is-stale' : ''}`}>
      <Bar who={controlName(session, seat)} seconds><Next /><PauseButton /></Bar>
      <div class="slot" data-testid="slot"><Standing /></div>
      <div class={`control-main ${wide.value && looks.value.length > 0 ? 'is-wide' : ''}`}>
        <div class="control-start">
          <Running />
          <NextThree />
          {(status === 'lobby' || status === 'none') && <LobbyOfControl />}
          <Wall />
          <Strip />
        </div>
        <div class="control-end">
          <Plan />
          <Desk />
          <p class="muted phone-only">{t('control.on-a-phone')}</p>
        </div>
      </div>
      <OutgoingStrip />
    </div>
  );
}

function Standing() {
  const session = useSession();
  const view = session.clock.view.value;
  switch (view?.status) {
    case 'running': return view.why === 'recovered' ? <span>▲ {t('standing.went-on')}</span> : <Whose />;
    case 'paused': return <><Whose /><span>‖ {view.why === 'recovered' ? t('standing.recovered') : view.why === 'forked' ? t('standing.forked') : view.why === 'no-controller' ? t('control.paused-alone') : t('control.paused')}</span></>;
    case 'stopped': return <><Whose /><span>✕ {t('control.stopped', view.by === undefined ? '' : who(session, view.by))}</span></>;
    case 'ended': return <><Whose /><span>■ {view.endTitle ?? t('standing.ended')} <a href={`/drills/${session.drill}/report`}>{t('standing.report')}</a> <a href={`/drills/${session.drill}/replay`}>{t('replay.open')}</a> <a href={`/drills/${session.drill}/hot-wash`}>{t('hot-wash.open')}</a></span></>;
    default: return <Whose />;
  }
}

/** Which drill this is, and the way back to the site. */
function Whose() {
  const session = useSession();
  return <span class="whose"><a href="/drills">{t('control.all-drills')}</a> <b dir="auto">{session.clock.view.value?.title}</b></span>;
}
