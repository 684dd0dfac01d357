import { useSignal } from '@preact/signals';
import type { Command } from '../contract/commands';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { Sheet } from '../shell/Sheet';
import { t } from '../texts/texts';
import { fallsDue } from './preview';

const speeds = [1, 2, 5, 10, 20, 30, 60];

/** Start, pause, speed, end. Pause is one press; what all see and can be mended shows first what falls due, and is pressed again elsewhere. */
export function Running() {
  const session = useSession();
  const status = session.status;
  const speed = session.clock.view.value?.speed ?? 1;
  const asks = useSignal<Command | null>(null);
  const ends = useSignal(false);
  const wanted = useSignal(speed);
  const people = session.all('seat').filter((seat) => seat.holder === 'person').length;
  const asked = asks.value;
  return (
    <section class="running" aria-label={t('control.running')}>
      {status === 'lobby' && <button type="button" class="btn-primary" onClick={() => (asks.value = { kind: 'start-exercise' })}>{t('control.start')}</button>}
      {status === 'running' && <ActButton primary place="pause" label={t('control.pause')} command={() => ({ kind: 'pause' })} />}
      {(status === 'paused' || status === 'stopped') && <button type="button" class="btn-primary" onClick={() => (asks.value = { kind: 'resume' })}>{t('control.resume')}</button>}
      {status !== 'ended' && (
        <span class="row">
          <label for="speed">{t('control.speed')}</label>
          <select id="speed" value={String(wanted.value)} onChange={(event) => (wanted.value = Number(event.currentTarget.value))}>
            {speeds.map((one) => <option key={one} value={String(one)}>×{one}</option>)}
          </select>
          <button type="button" disabled={wanted.value === speed} onClick={() => (asks.value = { kind: 'set-speed', speed: wanted.value })}>{t('control.set-speed', wanted.value)}</button>
        </span>
      )}
      {status === 'ended' && <ActButton place="reopen" label={t('control.reopen')} command={() => ({ kind: 'reopen-exercise' })} />}
      {(status === 'running' || status === 'paused' || status === 'stopped') && <button type="button" class="btn-danger end-exercise" onClick={() => (ends.value = true)}>{t('control.end')}</button>}
      {asked !== null && <Preview command={asked} people={people} onClose={() => (asks.value = null)} />}
      {ends.value && <EndExercise onClose={() => (ends.value = false)} />}
    </section>
  );
}

function Preview({ command, people, onClose }: { command: Command; people: number; onClose: () => void }) {
  const session = useSession();
  const twice = command.kind === 'set-speed' && command.speed > 2 && people > 0;
  const sure = useSignal(false);
  const speed = command.kind === 'set-speed' ? command.speed : (session.clock.view.value?.speed ?? 1);
  const due = fallsDue(session, session.clock.now(), speed);
  const title = command.kind === 'start-exercise' ? t('control.start') : command.kind === 'resume' ? t('control.resume') : t('control.set-speed', speed);
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
      <p>{t('control.falls-due', due.minutes, due.injects, due.decisions)}</p>
      {twice && <p class="notice notice-warn">{t('control.fast', people)}</p>}
    </Sheet>
  );
}

/** Cannot be mended (but for 15 minutes): the drill's name is typed. */
function EndExercise({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const title = session.clock.view.value?.title ?? '';
  const typed = useSignal('');
  const same = typed.value.trim().toLocaleLowerCase() === title.trim().toLocaleLowerCase();
  const end = () => {
    if (!same) return;
    void session.outbox.act({ kind: 'end-exercise' });
    onClose();
  };
  return (
    <Sheet title={t('control.end')} safe={t('control.end-no')} danger={t('control.end-yes')} disabled={!same} onClose={onClose} onDanger={end}>
      <p>{t('control.end-what')}</p>
      <label>{t('control.end-type', title)}<input value={typed.value} autocomplete="off" onInput={(event) => (typed.value = event.currentTarget.value)} /></label>
    </Sheet>
  );
}
