import { useSignal } from '@preact/signals';
import type { HotWashView } from '../contract/records';
import { may } from '../control/role';
import { who } from '../control/who';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { NoteForm } from './NoteForm';

interface Props {
  notes: readonly HotWashView[];
  /** What is said where there is none. */
  none: string;
  /** Numbered: the fixes that were agreed. */
  numbered?: boolean;
  /** Puts a team's proposal among what was agreed. */
  onTake?: (note: HotWashView) => void;
}

export function NoteList({ notes, none, numbered, onTake }: Props) {
  if (notes.length === 0) return <p class="muted">{none}</p>;
  const List = numbered === true ? 'ol' : 'ul';
  return <List class="hot-wash-notes">{notes.map((note) => <Note key={note.id} note={note} {...(onTake === undefined ? {} : { onTake })} />)}</List>;
}

function Note({ note, onTake }: { note: HotWashView; onTake?: (note: HotWashView) => void }) {
  const session = useSession();
  const mends = useSignal(false);
  const seat = session.me.value.seat;
  const his = note.bySeat === seat || (session.me.value.control && may(seat, 'run'));
  if (mends.value) return <li><NoteForm sorts={['happened', 'helped', 'hindered', 'fix']} team={note.team} mends={note} onDone={() => (mends.value = false)} /></li>;
  return (
    <li>
      <p class="hot-wash-said written" dir="auto" lang={note.language}>{note.text}</p>
      {note.sort === 'fix' && (note.owner === ''
        ? <p class="needs-owner">▲ {t('hot-wash.no-owner')}</p>
        : <p><b>{t('hot-wash.sees-to-it')}</b> <bdi>{note.owner}</bdi></p>)}
      {/* On the wall a team speaks, not a person: who hindered whom is not what a hot wash asks. */}
      <p class="muted">{note.team === '' ? t('hot-wash.for-all') : note.teamName}{!session.me.value.control && <> · {who(session, note.bySeat)}</>}{note.mendedBy !== undefined && note.mendedBy !== note.bySeat && <> · {t('hot-wash.mended', who(session, note.mendedBy))}</>}</p>
      {(his || onTake !== undefined) && session.looks === null && (
        <p class="row">
          {onTake !== undefined && <button type="button" onClick={() => onTake(note)}>{t('hot-wash.take')}</button>}
          {his && <button type="button" class="btn-quiet" onClick={() => (mends.value = true)}>{t('hot-wash.change')}</button>}
          {his && <ActButton place={`withdraw.${note.id}`} label={t('hot-wash.withdraw')} command={() => ({ kind: 'withdraw-hot-wash-note', note: note.id })} />}
        </p>
      )}
    </li>
  );
}
