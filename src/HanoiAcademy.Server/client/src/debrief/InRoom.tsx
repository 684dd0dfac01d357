import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { NoteForm } from './NoteForm';
import { NoteList } from './NoteList';
import { notesOf } from './prompts';

const sorts = ['helped', 'hindered', 'fix', 'happened'] as const;

/** A team's own notes after EndEx, in its room: they stand on the facilitator's wall as they are written. */
export function HotWashInRoom() {
  const session = useSession();
  const notes = session.all('hot-wash');
  return (
    <section class="page-in-room hot-wash-room" aria-labelledby="hot-wash-title" data-scrolls="hot-wash" tabIndex={0} role="region">
      <h2 id="hot-wash-title">{t('place.hot-wash')}</h2>
      <p>{t('hot-wash.what')}</p>
      {session.looks === null && <NoteForm sorts={sorts} team="" />}
      {sorts.map((sort) => {
        const those = notesOf(notes, sort);
        return those.length === 0 ? null : <div key={sort}><h3>{word('hot-wash.sorts', sort)}</h3><NoteList notes={those} none="" /></div>;
      })}
    </section>
  );
}
