import { useSignal } from '@preact/signals';
import { speeds } from '../clock/clock';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { Sheet } from '../shell/Sheet';
import { t } from '../texts/texts';

function playsAlone(session: ReturnType<typeof useSession>): boolean {
  return session.clock.view.value?.alone === true && !session.me.value.control;
}

/** Who plays alone is his own control: pause and resume lie beside the slot, speed and end one press further. */
export function Steer() {
  const session = useSession();
  const open = useSignal(false);
  const status = session.status;
  if (!playsAlone(session) || (status !== 'running' && status !== 'paused' && status !== 'stopped')) return null;
  return (
    <div class="steer">
      {status === 'running'
        ? <ActButton place="steer" label={t('alone.pause')} disabled={!session.canAct} command={() => ({ kind: 'pause' })} />
        : <ActButton place="steer" primary label={t('alone.resume')} disabled={!session.canAct} command={() => ({ kind: 'resume' })} />}
      <button type="button" aria-expanded={open.value} aria-label={t('alone.more', session.clock.view.value?.speed ?? 1)} onClick={() => (open.value = !open.value)}><span class="ltr">×{session.clock.view.value?.speed ?? 1} ⋯</span></button>
      {open.value && <SpeedAndEnd onClose={() => (open.value = false)} />}
    </div>
  );
}

/** EndEx cannot be taken back by one who plays alone, so it is pressed twice. */
function SpeedAndEnd({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const sure = useSignal(false);
  const speed = session.clock.view.value?.speed ?? 1;
  const end = () => {
    if (!sure.value) {
      sure.value = true;
      return;
    }
    void session.outbox.act({ kind: 'end-exercise' }, { place: 'steer', label: t('alone.end') });
    onClose();
  };
  return (
    <Sheet title={t('alone.steer')} safe={t('alone.close')} danger={sure.value ? t('alone.end-sure') : t('alone.end')} onClose={onClose} onDanger={end}>
      <p>{t('alone.speed')}</p>
      <div class="row" role="group" aria-label={t('alone.speed')}>
        {speeds.map((one) => <button key={one} type="button" aria-pressed={one === speed} class={one === speed ? 'btn-primary' : ''} onClick={() => void session.outbox.act({ kind: 'set-speed', speed: one }, { place: 'steer', label: t('alone.speed') })}>×{one}</button>)}
      </div>
      <p>{t(sure.value ? 'alone.end-what' : 'alone.asleep')} <a href="/drills#alone">{t('room.drills')}</a></p>
    </Sheet>
  );
}

/** In the lobby nobody waits for anybody: he begins when he has read his brief. Null where control begins. */
export function Begin() {
  const session = useSession();
  if (!playsAlone(session)) return null;
  const seat = session.one('seat', session.me.value.seat);
  return (
    <section class="card ready" aria-labelledby="begin-title">
      <h2 id="begin-title">{seat === undefined ? t('alone.begin') : t('lobby.you', seat.teamName, seat.roleName)}</h2>
      <p>{t('alone.begin-what')}</p>
      <ActButton primary place="begin" label={t('alone.begin')} disabled={!session.canAct} command={() => ({ kind: 'start-exercise' })} />
    </section>
  );
}

export function useAlone(): boolean {
  return playsAlone(useSession());
}
