import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Session } from '../link/session';
import { useSession } from '../shell/context';
import { TimeOf } from '../shell/When';
import { language, t } from '../texts/texts';
import { draft } from './drafts';

const shown = 20;

/** Lines of others since one last had the chat open. */
export function unseenChat(session: Session): number {
  const seen = draft('chat-seen').value;
  return session.all('chat').filter((line) => line.id > seen && line.bySeat !== session.me.value.seat).length;
}

/** What the team says among itself: folded to its last line, with what one has not seen; opened, its last twenty lines. */
export function Chat({ unfolded = false }: { unfolded?: boolean }) {
  const session = useSession();
  const open = useSignal(unfolded);
  const last = session.all('chat').at(-1);
  const unseen = unseenChat(session);
  useEffect(() => {
    if (open.value && last !== undefined) draft('chat-seen').value = last.id;
  }, [open.value, last?.id]);
  if (session.me.value.teamRole === null) return null;
  return (
    <section class="side-block chat" aria-labelledby="chat-title">
      <h2 id="chat-title">{t('chat.title')}</h2>
      {!unfolded && (
        <button type="button" class="wide-button chat-fold" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
          <span class="chat-last" dir="auto">{last === undefined ? t('chat.none') : t('chat.line', session.person(last.bySeat, last.at), last.text)}</span>
          {unseen > 0 && <span class="count"><span class="visually-hidden">{t('feed.unread')}: </span>{unseen}</span>}
        </button>
      )}
      {open.value && <Talk />}
    </section>
  );
}

function Talk() {
  const session = useSession();
  const list = useRef<HTMLUListElement>(null);
  const text = draft('chat');
  const lines = session.all('chat').slice(-shown);
  // What has not reached the others yet stands at the end, and says so.
  const waiting = session.outbox.acts.value.flatMap((act) => (act.command.kind === 'send-chat' && act.fate !== 'counted' ? [{ id: act.id, text: act.command.text, refusal: act.refusal }] : []));
  useLayoutEffect(() => list.current?.scrollTo({ top: list.current.scrollHeight }), [lines.at(-1)?.id, waiting.length]);
  const send = (event: Event) => {
    event.preventDefault();
    const said = text.value.trim();
    if (said === '') return;
    text.value = '';
    void session.outbox.act({ kind: 'send-chat', text: said, language: language() }).then((answer) => {
      if (answer?.status === 'refused' && text.value === '') text.value = said;
    });
  };
  return (
    <>
      <ul class="plain chat-lines" ref={list} tabIndex={0} aria-label={t('chat.title')} data-scrolls="chat">
        {lines.length + waiting.length === 0 && <li class="muted">{t('chat.none')}</li>}
        {lines.map((line) => (
          <li key={line.id}><b dir="auto">{session.person(line.bySeat, line.at)}</b> <TimeOf at={line.at} /><br /><span class="written" dir="auto" lang={line.language}>{line.text}</span></li>
        ))}
        {waiting.map((line) => <li key={line.id} class="muted"><span class="written" dir="auto">{line.text}</span> ({line.refusal ?? t('chat.waiting')})</li>)}
      </ul>
      <form class="chat-form" onSubmit={send}>
        <label class="grow"><span class="visually-hidden">{t('chat.write')}</span>
          <input value={text.value} maxLength={1000} placeholder={t('chat.write')} data-draft="chat" autocomplete="off" onInput={(event) => (text.value = event.currentTarget.value)} />
        </label>
        <button type="submit">{t('chat.send')}</button>
      </form>
    </>
  );
}
