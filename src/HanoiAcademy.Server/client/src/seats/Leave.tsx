import { useSignal } from '@preact/signals';
import { useSession } from '../shell/context';
import { Sheet } from '../shell/Sheet';
import { t } from '../texts/texts';

/** From one's own seat: a simulated player goes on at once, so that the others do not wait. Not for one who plays alone. */
export function Leave() {
  const session = useSession();
  const asks = useSignal(false);
  const seat = session.one('seat', session.me.value.seat);
  if (session.me.value.control || seat === undefined || seat.holder !== 'person' || session.clock.view.value?.alone === true || session.status === 'ended' || session.out !== undefined) return null;
  const go = () => {
    asks.value = false;
    void session.outbox.act({ kind: 'hand-seat-over', seat: seat.id, skill: 'steady' }, { place: 'leave', label: t('seats.leave') });
  };
  return (
    <p>
      <button type="button" aria-expanded={asks.value} onClick={() => (asks.value = true)}>{t('seats.leave')}</button>
      {asks.value && (
        <Sheet title={t('seats.leave')} safe={t('seats.stay')} danger={t('seats.leave-yes')} onClose={() => (asks.value = false)} onDanger={go}>
          <p>{t('seats.leave-what')}</p>
        </Sheet>
      )}
    </p>
  );
}
