import { useSession } from '../shell/context';
import { Seats } from '../room/People';
import { SeatList } from '../seats/SeatList';
import { t } from '../texts/texts';
import { may } from './role';

/** Who has come; empty seats can be given to simulated players. */
export function LobbyOfControl() {
  const session = useSession();
  const seats = session.all('seat');
  const people = seats.filter((seat) => seat.holder === 'person');
  const simulated = seats.filter((seat) => seat.holder === 'simulated').length;
  return (
    <section class="card control-lobby" aria-labelledby="control-lobby" tabIndex={0}>
      <h2 id="control-lobby">{t('control.lobby', people.filter((seat) => seat.ready).length, people.length, simulated, seats.length - people.length - simulated)}</h2>
      <JoinCode />
      {may(session.me.value.seat, 'seats') ? <SeatList /> : <Seats />}
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
