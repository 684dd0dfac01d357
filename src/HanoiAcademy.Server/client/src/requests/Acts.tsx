import { useSignal } from '@preact/signals';
import type { RequestView } from '../contract/records';
import { draft } from '../room/drafts';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { Answer } from './Answer';
import { textOf, type Editor } from './editor';
import { ReceiverActs, SenderActs } from './MoreActs';
import { usePage } from './pages';
import { Verify } from './Verify';
import { remember } from './seen';

interface Props {
  request: RequestView;
  editor: Editor;
  mode: 'write' | 'read';
  onRead: () => void;
  /** He has judged the paper as it stands: nothing of it is new to him. */
  onSeen: () => void;
}

/** What this role may do with the paper now; the server says which, the buttons are sentences. */
export function Acts({ request, editor, mode, onRead, onSeen }: Props) {
  const session = useSession();
  const may = (act: string) => request.acts.includes(act);
  const place = (act: string) => `${act}.${request.id}`;
  const about = `request:${request.id}`;
  const remark = draft(`remark.${request.id}`);
  const reason = draft(`reason.${request.id}`);
  const planned = draft(`planned.${request.id}`);
  const withdrawing = useSignal(false);
  const receiver = session.one('authority', editor.form.value?.to ?? request.form.to)?.name ?? (request.toName || t('desk.no-receiver'));
  const channel = editor.form.value?.channel ?? request.form.channel;
  const written = async () => (may('edit-request') && editor.pen() !== 'theirs' ? editor.ready() : request.revision);
  const sign = (oral: boolean) => async () => {
    const revision = await written();
    if (revision === null) return null;
    remember(request);
    onSeen();
    return { kind: 'authorise-request', request: request.id, revision, oral } as const;
  };
  return (
    <section class={`acts ${usePage('acts')}`} aria-label={t('acts.title')}>
      {may('authorise-request') && mode === 'write' && <button type="button" onClick={onRead}>{t('acts.to-sign')}</button>}
      {may('authorise-request') && mode === 'read' && (
        <div class="sign">
          <ActButton primary place={place('authorise')} about={about} label={t('acts.authorise')} command={sign(false)} />
          {request.oral === 'may' && <ActButton place={place('authorise-orally')} about={about} label={t('acts.authorise-orally')} command={sign(true)} />}
        </div>
      )}
      {may('send-back-draft') && mode === 'read' && (
        <div class="act-row">
          <label class="grow">{t('acts.remark')}<input value={remark.value} maxLength={1000} onInput={(event) => (remark.value = event.currentTarget.value)} /></label>
          <ActButton place={place('send-back')} about={about} label={t('acts.send-back')} command={() => {
            remember(request);
            onSeen();
            return { kind: 'send-back-draft', request: request.id, remark: remark.value };
          }} onAnswer={(answer) => answer?.status === 'accepted' && (remark.value = '')} />
        </div>
      )}
      {may('send-request') && (
        <ActButton primary={!may('authorise-request')} place={place('send')} about={about} label={channel === '' ? t('acts.send-no-channel', receiver) : t('acts.send', receiver, word('channel-of-request', channel))}
          command={async () => ((await written()) === null ? null : { kind: 'send-request', request: request.id })} />
      )}
      {may('supplement-request') && (
        <ActButton primary place={place('supplement')} about={about} label={t('acts.supplement', request.toName)}
          command={() => ({ kind: 'supplement-request', request: request.id, form: editor.form.value ?? textOf(request) })}
          onAnswer={(answer) => answer?.status === 'accepted' && editor.drop()} />
      )}
      <SenderActs request={request} may={may} />
      {may('verify-request') && <Verify request={request} />}
      {may('answer-request') && <Answer request={request} />}
      <ReceiverActs request={request} may={may} />
      {may('accept-conditions') && <ActButton primary place={place('accept')} about={about} label={t('acts.accept')} command={() => ({ kind: 'accept-conditions', request: request.id })} />}
      {may('ask-progress') && <ActButton place={place('progress')} about={about} label={t('acts.progress', request.toName)} command={() => ({ kind: 'ask-progress', request: request.id })} />}
      {may('extend-request') && (
        <div class="act-row">
          <label>{t('acts.extend-reason')}<input value={reason.value} maxLength={2000} onInput={(event) => (reason.value = event.currentTarget.value)} /></label>
          <label>{t('acts.extend-planned')}<input value={planned.value} maxLength={100} onInput={(event) => (planned.value = event.currentTarget.value)} /></label>
          <ActButton place={place('extend')} about={about} label={t('acts.extend')} command={() => ({ kind: 'extend-request', request: request.id, reason: reason.value, planned: planned.value })} />
        </div>
      )}
      {may('close-request') && <ActButton place={place('close')} about={about} label={t('acts.close')} command={() => ({ kind: 'close-request', request: request.id })} />}
      {may('withdraw-request') && (withdrawing.value ? (
        <div class="act-row">
          <label>{t('acts.withdraw-reason')}<input value={reason.value} maxLength={2000} onInput={(event) => (reason.value = event.currentTarget.value)} /></label>
          <ActButton danger place={place('withdraw')} about={about} label={t('acts.withdraw-yes')} command={() => ({ kind: 'withdraw-request', request: request.id, reason: reason.value })} />
          <button type="button" onClick={() => (withdrawing.value = false)}>{t('acts.withdraw-no')}</button>
        </div>
      ) : <button type="button" class="btn-quiet" onClick={() => (withdrawing.value = true)}>{t('acts.withdraw')}</button>)}
    </section>
  );
}

/** First and large, above the paper: it gives a time and a reference, and promises nothing. */
export function Acknowledge({ request }: { request: RequestView }) {
  const reference = draft(`reference.${request.id}`);
  if (!request.acts.includes('acknowledge-request')) return null;
  return (
    <div class="act-row act-first">
      <ActButton primary place={`acknowledge-request.${request.id}`} about={`request:${request.id}`} label={t('acts.acknowledge')} command={() => ({ kind: 'acknowledge-request', request: request.id, reference: reference.value })} />
      <label>{t('acts.reference')}<input value={reference.value} maxLength={100} onInput={(event) => (reference.value = event.currentTarget.value)} /></label>
    </div>
  );
}
