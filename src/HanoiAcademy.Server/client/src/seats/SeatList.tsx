import { useSignal } from '@preact/signals';
import type { SeatView } from '../contract/records';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { Sheet } from '../shell/Sheet';
import { t, word } from '../texts/texts';

const skills = ['steady', 'good', 'average', 'poor'] as const;

/** Control's list of seats: whoever sits there, a simulated player can go on at any time, and a person can take a simulated seat with the code. */
export function SeatList() {
  const session = useSession();
  return <ul class="rows seat-list">{session.all('seat').map((seat) => <Row key={seat.id} seat={seat} />)}</ul>;
}

function Row({ seat }: { seat: SeatView }) {
  const session = useSession();
  const skill = useSignal<string>(seat.skill ?? 'steady');
  const asks = useSignal(false);
  const ended = session.status === 'ended' || session.status === 'none' || session.one('out', seat.team) !== undefined;
  const name = `${seat.teamName}, ${seat.roleName}`;
  const who = seat.holder === 'person' ? session.people.value[seat.id] ?? seat.id : seat.skill === undefined ? word('holder', seat.holder) : t('seats.simulated', word('skill', seat.skill));
  const label = t(seat.holder === 'simulated' ? 'seats.change' : 'seats.simulate', name);
  return (
    <li>
      <span class="seat-name"><span aria-hidden="true">{seat.holder === 'free' ? '○' : seat.holder === 'simulated' ? '◇' : '●'}</span> {name}: {who}{session.status === 'lobby' && seat.holder === 'person' && <b class={seat.ready ? 'counted' : 'late'}> {seat.ready ? `✓ ${t('seats.ready')}` : `… ${t('seats.not-ready')}`}</b>}</span>
      {!ended && (
        <span class="row">
          <select aria-label={t('seats.skill', name)} value={skill.value} onChange={(event) => (skill.value = event.currentTarget.value)}>
            {skills.map((one) => <option key={one} value={one}>{word('skill', one)}</option>)}
          </select>
          {seat.holder === 'person' && <button type="button" data-place={`hand-over.${seat.id}`} disabled={!session.canAct} onClick={() => (asks.value = true)}>{t('seats.goes-on-short')}<span class="visually-hidden"> {name}</span></button>}
          {seat.holder !== 'person' && !(seat.holder === 'simulated' && skill.value === seat.skill) && <ActButton place={`hand-over.${seat.id}`} label={label} command={() => ({ kind: 'hand-seat-over', seat: seat.id, skill: skill.value })}>{t(seat.holder === 'simulated' ? 'seats.change-short' : 'seats.simulate-short')}<span class="visually-hidden"> {name}</span></ActButton>}
          {seat.holder === 'simulated' && <ActButton place={`free.${seat.id}`} label={t('seats.send-away', name)} command={() => ({ kind: 'free-seat', seat: seat.id })}>{t('seats.send-away-short')}<span class="visually-hidden"> {name}</span></ActButton>}
        </span>
      )}
      {asks.value && seat.holder === 'person' && (
        <Sheet title={t('seats.put-out', who, name)} safe={t('seats.put-out-no', who)} danger={t('seats.goes-on-short')} onClose={() => (asks.value = false)} onDanger={() => {
          asks.value = false;
          void session.outbox.act({ kind: 'hand-seat-over', seat: seat.id, skill: skill.value }, { place: `hand-over.${seat.id}`, label: t('seats.goes-on', name) });
        }}>
          <p>{t('seats.put-out-what', who)}</p>
        </Sheet>
      )}
    </li>
  );
}
