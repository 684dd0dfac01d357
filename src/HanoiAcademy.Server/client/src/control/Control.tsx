import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../attention/Announcer';
import { onKeys } from '../attention/keys';
import { drillTimeSeconds, duration } from '../clock/words';
import { Seats } from '../room/People';
import { ActButton, OutgoingStrip } from '../shell/ActButton';
import { Bar } from '../shell/Bar';
import { Carried } from '../shell/Carried';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { Adversary } from './Adversary';
import { Plan } from './Plan';
import { Running } from './Running';
import { Wall } from './Wall';

/** The plain control room: what comes next, the wall of teams, the plan, what controllers did. */
export function Control() {
  const session = useSession();
  const status = session.status;
  const tells = useRef<string | null>(null);
  useEffect(() => onKeys({
    p: () => {
      if (session.status !== 'running') return false;
      void session.outbox.act({ kind: 'pause' });
      return true;
    },
  }), [session]);
  useSignalEffect(() => {
    const now = session.clock.view.value?.status ?? null;
    if (tells.current !== null && now !== tells.current && now !== null) announce(word('state', now), now === 'paused' || now === 'stopped');
    tells.current = now;
  });
  const link = session.link.value;
  const stale = link.kind !== 'live' && link.kind !== 'connecting';
  return (
    <div class={`control ${stale ? 'is-stale' : ''}`}>
      <Bar who={t('bar.control')} seconds><Next /></Bar>
      <div class="slot" data-testid="slot"><Standing /></div>
      <div class="control-main">
        <Running />
        {(status === 'lobby' || status === 'none') && <LobbyOfControl />}
        <Wall />
        <Plan />
        <Adversary />
        <Carried />
        <ControlLog />
      </div>
      <OutgoingStrip />
    </div>
  );
}

/** The next thing by the clock, as large as the clock. */
function Next() {
  const session = useSession();
  const next = session.one('next');
  const at = session.clock.at.value;
  if (next === undefined) return <span class="bar-next">{t('control.no-next')}</span>;
  return (
    <span class="bar-next" data-testid="next">
      <b class="tabular">{t('control.in', duration(next.at - at))}</b> {next.title} {next.to !== '' && `→ ${next.to} `}{next.people > 0 && t('control.people', next.people)}
    </span>
  );
}

function Standing() {
  const session = useSession();
  const view = session.clock.view.value;
  switch (view?.status) {
    case 'running': return view.why === 'recovered' ? <span>▲ {t('standing.went-on')}</span> : null;
    case 'paused': return <span>‖ {view.why === 'recovered' ? t('standing.recovered') : view.why === 'forked' ? t('standing.forked') : t('control.paused')}</span>;
    case 'stopped': return <span>✕ {t('control.stopped', session.people.value[view.by ?? ''] ?? view.by ?? '')}</span>;
    case 'ended': return <span>■ {view.endTitle ?? t('standing.ended')} <a href={`/drills/${session.drill}/report`}>{t('standing.report')}</a></span>;
    default: return null;
  }
}

/** Who has come; empty seats can be given to simulated players. */
function LobbyOfControl() {
  const session = useSession();
  const seats = session.all('seat');
  const ready = seats.filter((seat) => seat.ready || seat.holder === 'simulated').length;
  return (
    <section class="card" aria-labelledby="control-lobby">
      <h2 id="control-lobby">{t('control.lobby', ready, seats.length)}</h2>
      <JoinCode />
      <Seats />
      <h3>{t('control.empty-seats')}</h3>
      <ul class="rows">
        {seats.filter((seat) => seat.holder !== 'person').map((seat) => (
          <li key={seat.id}>
            <span class="grow">{seat.teamName}, {seat.roleName}: {word('holder', seat.holder)}</span>
            {seat.holder === 'free'
              ? <ActButton place={`simulate.${seat.id}`} label={t('control.simulate')} command={() => ({ kind: 'simulate-seat', seat: seat.id, skill: 'steady' })} />
              : <ActButton place={`free.${seat.id}`} label={t('control.free')} command={() => ({ kind: 'free-seat', seat: seat.id })} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** For the wall: forty people wait for it. The page carries it below, where seats are managed. */
function JoinCode() {
  const code = document.getElementById('join-code')?.textContent;
  const link = document.getElementById('join-link')?.getAttribute('href');
  if (code == null || link == null) return null;
  return <p class="lead">{t('control.join-code')} <strong class="ltr" data-testid="join-code">{code}</strong> · <a class="ltr" href={link}>{link}</a></p>;
}

function ControlLog() {
  const session = useSession();
  const open = useSignal(false);
  const log = session.all('log').sort((a, b) => b.n - a.n);
  return (
    <details open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{t('control.log', log.length)}</summary>
      <ul class="plain">{log.map((entry) => <li key={entry.n}><span class="ltr">{drillTimeSeconds(entry.at)}</span> {word('control-log', entry.what)} {entry.id} ({session.people.value[entry.seat] ?? entry.seat})</li>)}</ul>
    </details>
  );
}
