import { Leave } from '../seats/Leave';
import type { SeatView } from '../contract/records';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { Chat } from './Chat';
import { Compose } from './Compose';
import { Seated } from './Seated';

export function People() {
  const session = useSession();
  const contacts = session.all('contact');
  return (
    <section class="page-in-room" aria-labelledby="people-title" data-scrolls="people" tabIndex={0} role="region">
      <h2 id="people-title">{t('place.people')}</h2>
      <div class="narrow-only"><Chat unfolded /></div>
      <Seats />
      <Leave />
      <h3>{t('people.write')}</h3>
      <dl>{contacts.map((contact) => <div key={contact.id}><dt>{contact.name}</dt>{contact.about !== '' && <dd>{contact.about}</dd>}</div>)}</dl>
      <Compose draftKey="new" />
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
          <ul class="plain">{seats.map((seat) => <Seated key={seat.id} seat={seat} />)}</ul>
        </section>
      ))}
    </div>
  );
}
