import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { Act } from './Act';
import { may } from './role';

/** Who has come; empty seats can be given to simulated players. */
export function LobbyOfControl() {
  const session = useSession();
  const seats = session.all('seat');
  const ready = seats.filter((seat) => seat.ready || seat.holder === 'simulated').length;
  return (
    <section class="card control-lobby" aria-labelledby="control-lobby">
      <h2 id="control-lobby">{t('control.lobby', ready, seats.length)}</h2>
      <JoinCode />
      <ul class="rows">
        {seats.filter((seat) => seat.holder !== 'person').map((seat) => (
          <li key={seat.id}>
            <span class="grow">{seat.teamName}, {seat.roleName}: {word('holder', seat.holder)}</span>
            {may(session.me.value.seat, 'seats') && (seat.holder === 'free'
              ? <Act place={`simulate.${seat.id}`} label={t('control.simulate')} command={() => ({ kind: 'simulate-seat', seat: seat.id, skill: 'steady' })} />
              : <Act place={`free.${seat.id}`} label={t('control.free')} command={() => ({ kind: 'free-seat', seat: seat.id })} />)}
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
