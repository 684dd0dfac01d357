import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
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
  const to = useSignal('');
  const letter = useRef<HTMLDivElement>(null);
  const writeTo = (id: string) => {
    to.value = id;
    letter.current?.querySelector('textarea')?.focus();
  };
  return (
    <section class="page-in-room" aria-labelledby="people-title" data-scrolls="people" tabIndex={0} role="region">
      <h2 id="people-title">{t('place.people')}</h2>
      <div class="narrow-only"><Chat unfolded /></div>
      <Seats />
      <Leave />
      <h3>{t('people.write')}</h3>
      <dl>{contacts.map((contact) => <div key={contact.id}><dt><button type="button" class="link-button" aria-pressed={to.value === contact.id} disabled={session.looks !== null} onClick={() => writeTo(contact.id)}>{contact.name}</button></dt>{contact.about !== '' && <dd>{contact.about}</dd>}</div>)}</dl>
      <div ref={letter}><Compose draftKey="new" choice={to} /></div>
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
