import { useSignal } from '@preact/signals';
import type { FeedView } from '../contract/records';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { beginRequest } from '../requests/begin';
import { asksAnybody, Kinds, onlyKind } from '../requests/Kinds';
import { t } from '../texts/texts';
import { Compose } from './Compose';
import { go } from './places';

type Open = 'none' | 'reply' | 'request' | 'forward' | 'mark';

/** What can be done with the open message. The fields open under it; nothing covers it. */
export function WithThis({ item }: { item: FeedView }) {
  const session = useSession();
  const open = useSignal<Open>('none');
  const note = useSignal('');
  const toggle = (what: Open) => (open.value = open.value === what ? 'none' : what);
  const request = () => {
    const only = onlyKind(session);
    if (only === null) toggle('request');
    else beginRequest(session, only, item);
  };
  // A team that is out reads, and does nothing with what it reads.
  if (session.out !== undefined) return null;
  const first = item.attachments.find((id) => session.one('evidence', id)?.state === 'seen');
  return (
    <footer class="with-this" aria-label={t('with.title')}>
      <div class="with-buttons">
        {item.fromContact !== undefined && !item.own && <Toggle what="reply" open={open.value} onPress={toggle} />}
        {first !== undefined && <button type="button" onClick={() => go('evidence', `evidence:${first}`)}>{t('with.collect')}</button>}
        {asksAnybody(session) && <button type="button" aria-expanded={open.value === 'request'} onClick={request}>{t('with.request')}</button>}
        <Toggle what="forward" open={open.value} onPress={toggle} />
        {!item.marked && <Toggle what="mark" open={open.value} onPress={toggle} />}
      </div>
      {open.value === 'reply' && <Compose to={item.fromContact ?? ''} about={item.id} draftKey={`reply.${item.id}`} onSent={() => (open.value = 'none')} />}
      {open.value === 'request' && <Kinds about={item} onBegun={() => (open.value = 'none')} />}
      {open.value === 'forward' && <Compose about={item.id} draftKey={`forward.${item.id}`} quote={item} onSent={() => (open.value = 'none')} />}
      {open.value === 'mark' && (
        <div class="row">
          <label class="grow">{t('with.mark-note')} <input value={note.value} onInput={(event) => (note.value = event.currentTarget.value)} maxLength={500} /></label>
          <ActButton place={`mark.${item.id}`} label={t('with.mark')} command={() => ({ kind: 'mark-for-debrief', item: item.id, note: note.value })} onAnswer={() => (open.value = 'none')} />
        </div>
      )}
    </footer>
  );
}

function Toggle({ what, open, onPress }: { what: Exclude<Open, 'none'>; open: Open; onPress: (what: Open) => void }) {
  return <button type="button" aria-expanded={open === what} onClick={() => onPress(what)}>{t(`with.${what}`)}</button>;
}
