import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { RequestView } from '../contract/records';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import type { Editor } from './editor';
import { called } from './who';

/** Whose hand is on the paper, and how it passes from one to the other: one editor at a time. */
export function Hands({ request, editor }: { request: RequestView; editor: Editor }) {
  const session = useSession();
  const pen = editor.pen(request);
  const asked = session.outbox.at(editor.penPlace);
  void session.clock.tick.value;
  useAnnouncement(request.id);
  if (pen === 'mine') return <Asked request={request} editor={editor} />;
  if (pen === 'free') return null;
  const writer = called(session, request.writer ?? '');
  const seconds = Math.max(0, Math.ceil(((asked?.until ?? 0) - Date.now()) / 1000));
  return (
    <div class="hands">
      <p><span class="pencil" aria-hidden="true">✎</span> <b>{t('hands.writes', writer)}</b></p>
      {asked === undefined || asked.fate === 'refused' ? (
        <p class="row">
          <button type="button" onClick={() => void editor.takeUp()}>{t('hands.take-over')}</button>
          {asked?.fate === 'refused' && <span class="refusal">✕ {asked.refusal}</span>}
        </p>
      ) : (
        <p class="row">
          <span role="status">{asked.fate === 'undo' ? t('hands.asked', writer, seconds) : t('outbox.sending')}</span>
          <button type="button" onClick={() => void session.outbox.undo(asked.id)}>{t('hands.never-mind')}</button>
        </p>
      )}
      {editor.state.value === 'writing' && (
        <p class="row">
          {t('hands.kept')}
          <button type="button" onClick={() => void editor.resolve(false)}>{t('hands.let-mine-go')}</button>
        </p>
      )}
    </div>
  );
}

/** Somebody wants to take over: an answer is two buttons away, none is one too. */
function Asked({ request, editor }: { request: RequestView; editor: Editor }) {
  const session = useSession();
  const ask = session.takeOvers.value.get(request.id);
  if (ask === undefined || ask.until <= Date.now()) return null;
  const seconds = Math.max(0, Math.ceil((ask.until - Date.now()) / 1000));
  const settle = () => {
    const rest = new Map(session.takeOvers.value);
    rest.delete(request.id);
    session.takeOvers.value = rest;
  };
  const keep = () => {
    settle();
    void session.outbox.act({ kind: 'keep-draft', request: request.id });
  };
  const hand = () => {
    settle();
    void editor.letGo();
  };
  return (
    <div class="hands hands-asked">
      <p><b>{t('hands.asks', called(session, ask.by))}</b> {t('hands.asks-until', seconds)}</p>
      <p class="row">
        <button type="button" class="btn-primary" onClick={keep}>{t('hands.keep')}</button>
        <button type="button" onClick={hand}>{t('hands.hand-over')}</button>
      </p>
    </div>
  );
}

/** Said once, politely; the focus and the caret stay. */
function useAnnouncement(id: string): void {
  const session = useSession();
  const told = useRef('');
  useSignalEffect(() => {
    const ask = session.takeOvers.value.get(id);
    if (ask === undefined || told.current === `${ask.by} ${ask.until}`) return;
    told.current = `${ask.by} ${ask.until}`;
    session.announce(t('hands.asks', called(session, ask.by)), false);
  });
}
