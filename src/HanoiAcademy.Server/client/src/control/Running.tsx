import { signal, useSignal } from '@preact/signals';
import type { Command } from '../contract/commands';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { Sheet } from '../shell/Sheet';
import { t } from '../texts/texts';
import { dueWords, fallsDue } from './preview';
import { speeds } from '../clock/clock';
import { drillTime } from '../clock/words';
import { may } from './role';
import { readTime } from './timeline';
import { TypeTheName } from './TypeTheName';

/** What all will see, waiting for its second press: asked for in the bar or below it, shown once at the foot. */
const asks = signal<Command | null>(null);

/** One press, always, from everywhere: it harms nothing. Where Pause was stands Resume, which is looked at first. */
export function PauseButton() {
  const session = useSession();
  const seat = session.me.value.seat;
  if ((session.status === 'paused' || session.status === 'stopped') && may(seat, 'run')) return <span class="bar-pause"><button type="button" disabled={!session.canAct} onClick={() => (asks.value = { kind: 'resume' })}>▶ {t('control.resume')}</button></span>;
  if (session.status !== 'running' || !may(seat, 'pause')) return null;
  return <span class="bar-pause"><ActButton place="pause" label={t('control.pause')} disabled={!session.canAct} command={() => ({ kind: 'pause' })}>‖ {t('control.pause')} <kbd class="wide">P</kbd></ActButton></span>;
}

/** Start, resume, speed, end. What all see and can be mended shows first what falls due, and is pressed again elsewhere. */
export function Running() {
  const session = useSession();
  const seat = session.me.value.seat;
  const status = session.status;
  const speed = session.clock.view.value?.speed ?? 1;
  const ends = useSignal(false);
  const jumps = useSignal(false);
  const people = session.all('seat').filter((one) => one.holder === 'person').length;
  // Somebody else may have done it meanwhile: then there is nothing left to ask.
  const asked = asks.value !== null && isOpen(asks.value, status, speed) ? asks.value : null;
  if (!may(seat, 'run') && !may(seat, 'end')) return null;
  return (
    <section class="running" aria-label={t('control.running')}>
      {status === 'lobby' && <button type="button" class="btn-primary" disabled={!session.canAct} onClick={() => (asks.value = { kind: 'start-exercise' })}>{t('control.start')}</button>}
      {status !== 'ended' && (
        <span class="speed" role="group" aria-label={t('control.speed')}>
          <span aria-hidden="true">{t('control.speed')}</span>
          {speeds.map((one) => <button type="button" key={one} class="ltr" aria-pressed={one === speed} aria-label={t('control.set-speed', one)} disabled={!session.canAct} onClick={() => (asks.value = one === speed ? null : { kind: 'set-speed', speed: one })}>×{one}</button>)}
        </span>
      )}
      {status === 'running' && may(seat, 'run') && <button type="button" class="jump" aria-expanded={jumps.value} disabled={!session.canAct} onClick={() => (jumps.value = !jumps.value)}>{t('control.jump')}</button>}
      {jumps.value && status === 'running' && <Jump onClose={() => (jumps.value = false)} />}
      {status === 'ended' && may(seat, 'end') && <ActButton place="reopen" label={t('control.reopen')} disabled={!session.canAct} command={() => ({ kind: 'reopen-exercise' })} />}
      {status === 'ended' && <span class="muted">{t('control.reopen-what')}</span>}
      {may(seat, 'end') && (status === 'running' || status === 'paused' || status === 'stopped') && <button type="button" class="btn-danger end-exercise" disabled={!session.canAct} onClick={() => (ends.value = true)}>{t('control.end')}</button>}
      {asked !== null && <Preview key={JSON.stringify(asked)} command={asked} people={people} onClose={() => (asks.value = null)} />}
      {ends.value && <EndExercise onClose={() => (ends.value = false)} />}
    </section>
  );
}

function isOpen(command: Command, status: string, speed: number): boolean {
  switch (command.kind) {
    case 'start-exercise': return status === 'lobby';
    case 'resume': return status === 'paused' || status === 'stopped';
    case 'set-speed': return status !== 'ended' && command.speed !== speed;
    default: return false;
  }
}

function Preview({ command, people, onClose }: { command: Command; people: number; onClose: () => void }) {
  const session = useSession();
  const twice = command.kind === 'set-speed' && command.speed > 2 && people > 0;
  const sure = useSignal(false);
  const speed = command.kind === 'set-speed' ? command.speed : (session.clock.view.value?.speed ?? 1);
  const due = fallsDue(session, session.clock.now(), speed);
  const title = command.kind === 'start-exercise' ? t('control.start') : command.kind === 'resume' ? t('control.resume') : t('control.set-speed', speed);
  const free = session.all('seat').filter((seat) => seat.holder === 'free').length;
  const unready = session.all('seat').filter((seat) => seat.holder === 'person' && !seat.ready).length;
  const press = () => {
    if (twice && !sure.value) {
      sure.value = true;
      return;
    }
    void session.outbox.act(command);
    onClose();
  };
  return (
    <Sheet title={title} safe={t('control.not-yet')} danger={twice && !sure.value ? t('control.people-play', people) : title} onClose={onClose} onDanger={press}>
      <p>{dueWords(due)}</p>
      {command.kind === 'start-exercise' && (free > 0 || unready > 0) && <p class="notice notice-warn">{t('control.start-empty', free, unready)}</p>}
      {twice && <p class="notice notice-warn">{t('control.fast', people)}</p>}
    </Sheet>
  );
}

/** Dead time is passed over: everything that is due on the way happens, each thing at its own time. */
function Jump({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const next = session.one('next');
  const typed = useSignal('');
  const at = session.clock.at.value;
  const to = typed.value === '' ? (next === undefined ? null : next.at) : readTime(typed.value);
  const good = to !== null && to > at;
  const due = fallsDue(session, at, 1, good ? to : at);
  const go = () => {
    if (!good) return;
    void session.outbox.act({ kind: 'jump-to', to });
    onClose();
  };
  return (
    <Sheet title={t('control.jump-title')} safe={t('control.not-yet')} danger={good ? t('control.jump-yes', drillTime(to)) : t('control.jump')} disabled={!good} onClose={onClose} onDanger={go}>
      <p>{t('control.jump-what')}</p>
      <label>{t('control.jump-to')} <input class="ltr" inputMode="numeric" value={typed.value} placeholder={next === undefined ? '' : drillTime(next.at).slice(2)} onInput={(event) => (typed.value = event.currentTarget.value)} /></label>
      {good ? <p>{dueWords(due)}</p> : <p class="refusal">{t('plan.bad-time')}</p>}
    </Sheet>
  );
}

/** Cannot be mended (but for 15 minutes): the drill's name is typed. */
function EndExercise({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const due = fallsDue(session, session.clock.now(), 1);
  return (
    <TypeTheName title={t('control.end')} safe={t('control.end-no')} danger={t('control.end-yes')} onClose={onClose} onSure={() => void session.outbox.act({ kind: 'end-exercise' })}>
      <p>{t('control.end-what')}</p>
      <p>{t('control.end-open', session.all('waiting').length, due.decisions)}</p>
    </TypeTheName>
  );
}
