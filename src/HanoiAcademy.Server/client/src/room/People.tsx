import { Leave } from '../seats/Leave';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { Compose } from './Compose';
import type { SeatView } from '../contract/records';

export function People() {
  const session = useSession();
  return (
    <section class="page-in-room" aria-labelledby="people-title" data-scrolls="people" tabIndex={0} role="region">
      <h2 id="people-title">{t('place.people')}</h2>
      <Seats />
      <Leave />
      <h3>{t('people.write')}</h3>
      {session.all('contact').length === 0 ? <p class="muted">{t('people.no-contact')}</p> : (
        <>
          <dl>{session.all('contact').map((contact) => <div key={contact.id}><dt>{contact.name}</dt><dd>{contact.about}</dd></div>)}</dl>
          <Compose draftKey="new" />
        </>
      )}
    </section>
  );
}

/** Who sits where, by team. */
export function Seats() {
  const session = useSession();
  const teams = new Map<string, SeatView[]>();
  for (const seat of session.all('seat')) teams.set(seat.teamName, [...(teams.get(seat.teamName) ?? []), seat]);
  return (
    <div class="seat-teams">
      {[...teams].map(([team, seats]) => (
        <section key={team} aria-label={team}>
          <h3>{team}</h3>
          <ul class="plain">
            {seats.map((seat) => (
              <li key={seat.id} class={seat.id === session.me.value.seat ? 'is-me' : ''}>
                <span aria-hidden="true">{seat.holder === 'free' ? '○' : seat.holder === 'simulated' ? '◇' : '●'}</span>{' '}
                {seat.roleName}: {seat.holder === 'person' ? (session.people.value[seat.id] ?? seat.id) : word('holder', seat.holder)}
                {seat.id === session.me.value.seat && ` (${t('people.you')})`}
                {session.status === 'lobby' && seat.ready && <> ✓ {t('lobby.is-ready')}</>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
