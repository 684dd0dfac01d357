import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { HotWashView } from '../contract/records';
import { newId } from '../link/outbox';
import { draft } from '../room/drafts';
import { useSession } from '../shell/context';
import { language, t, word } from '../texts/texts';

export const mostText = 500;
const mostOwner = 100;

interface Props {
  /** One sort, or several to choose from. */
  sorts: readonly string[];
  /** For whom control writes: empty for everybody. A player's team is his own whatever stands here. */
  team: string;
  /** The note that is put right. */
  mends?: HotWashView;
  onDone?: () => void;
}

/** Writes a note for the hot wash, or puts one right. What is begun is kept while one looks elsewhere; it waits for the link like a note. */
export function NoteForm({ sorts, team, mends, onDone }: Props) {
  const session = useSession();
  const id = useId();
  const key = `hot-wash.${sorts.join('.')}.${team}${mends === undefined ? '' : `.${mends.id}`}`;
  const text = draft(key);
  const owner = draft(`${key}.owner`);
  const chosen = useSignal(mends?.sort ?? sorts[0] ?? 'happened');
  const begun = useSignal(false);
  if (mends !== undefined && !begun.value) {
    begun.value = true;
    if (text.value === '') {
      text.value = mends.text;
      owner.value = mends.owner;
    }
  }
  const refused = session.outbox.at(`hot-wash.${key}`);
  const send = (event: Event) => {
    event.preventDefault();
    const said = text.value.trim();
    const seesToIt = owner.value.trim();
    if (said === '') return;
    text.value = '';
    owner.value = '';
    void session.outbox.act({
      kind: 'note-hot-wash', note: mends?.id ?? `h-${newId().slice(0, 16)}`, sort: chosen.value, text: said, owner: chosen.value === 'fix' ? seesToIt : '', team, language: language(),
    }, { place: `hot-wash.${key}` }).then((answer) => {
      // Refused: the words come back, unless others were begun meanwhile.
      if (answer?.status === 'refused' && text.value === '') {
        text.value = said;
        owner.value = seesToIt;
      } else onDone?.();
    });
  };
  return (
    <form class="hot-wash-form" onSubmit={send}>
      {sorts.length > 1 && (
        <fieldset class="sorts">
          <legend>{t('hot-wash.sort')}</legend>
          {sorts.map((sort) => <label key={sort}><input type="radio" name={`${id}-sort`} checked={chosen.value === sort} onChange={() => (chosen.value = sort)} /> {word('hot-wash.sorts', sort)}</label>)}
        </fieldset>
      )}
      <label for={`${id}-text`}>{t(chosen.value === 'fix' ? 'hot-wash.fix-text' : 'hot-wash.text')}</label>
      <textarea id={`${id}-text`} data-draft={key} dir="auto" rows={2} maxLength={mostText} value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
      {chosen.value === 'fix' && (
        <>
          <label for={`${id}-owner`}>{t('hot-wash.owner')}</label>
          <input id={`${id}-owner`} data-draft={`${key}.owner`} dir="auto" maxLength={mostOwner} value={owner.value} onInput={(event) => (owner.value = event.currentTarget.value)} />
        </>
      )}
      <div class="row">
        <button type="submit" class="btn-primary" disabled={text.value.trim() === '' || session.looks !== null}>{t(mends === undefined ? 'hot-wash.add' : 'hot-wash.mend')}</button>
        {onDone !== undefined && <button type="button" class="btn-quiet" onClick={onDone}>{t('hot-wash.leave')}</button>}
        {refused?.fate === 'refused' && <span class="refusal" role="alert">✕ {refused.refusal}</span>}
        {refused?.fate === 'queued' && <span class="muted">{t('hot-wash.waits')}</span>}
      </div>
    </form>
  );
}
