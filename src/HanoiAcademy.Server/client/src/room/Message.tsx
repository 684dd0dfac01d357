import { useEffect, useRef } from 'preact/hooks';
import type { FeedView } from '../contract/records';
import { useSession } from '../shell/context';
import { When } from '../shell/When';
import { wallTime } from '../clock/words';
import { t, word } from '../texts/texts';
import { go } from './places';
import type { Reading } from './unread';
import { WithThis } from './WithThis';

/** The open message: the biggest text on the screen, dressed as what it is. */
export function Message({ id, reading }: { id: string; reading: Reading }) {
  const session = useSession();
  const item = session.one('feed', id);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    reading.read(id);
    box.current?.scrollTo({ top: 0 });
  }, [id]);
  if (item === undefined) return <p class="muted empty">{t('message.none')}</p>;
  const arrived = session.arrivals.get(`feed:${id}`);
  const before = item.replyTo === undefined ? undefined : session.one('feed', item.replyTo);
  return (
    <article class={`message message-${item.channel}`} aria-labelledby="message-subject">
      <div class="message-body" ref={box} tabIndex={0} role="region" aria-labelledby="message-subject" data-scrolls="message">
        <p class="message-kind">{word('channel', item.channel)} <span class="tlp">TLP:{item.tlp}</span></p>
        <h2 id="message-subject">{item.subject || t('message.no-subject')}</h2>
        <dl class="message-head">
          <dt>{t('message.from')}</dt><dd>{item.own ? t('message.own', item.from, session.people.value[item.bySeat ?? ''] ?? item.bySeat ?? '') : item.from}</dd>
          <dt>{t('message.to')}</dt><dd>{item.to === '*' ? t('message.everyone') : item.to}</dd>
          <dt>{t('message.at')}</dt><dd><When at={item.at} full />{arrived !== undefined && ` · ${t('time.here', wallTime(arrived))}`}</dd>
          {before !== undefined && <><dt>{t('message.reply-to')}</dt><dd><button type="button" class="btn-quiet" onClick={() => go('feed', `feed:${before.id}`)}>{before.subject || before.from}</button></dd></>}
        </dl>
        {/* Html is the author's Markdown, made safe on the server; what players write comes as text. */}
        {item.html === undefined ? <p class="message-text written">{item.text}</p> : <div class="message-text" dangerouslySetInnerHTML={{ __html: item.html }} />}
        <Attachments item={item} />
      </div>
      <WithThis key={id} item={item} />
    </article>
  );
}

function Attachments({ item }: { item: FeedView }) {
  const session = useSession();
  if (item.attachments.length === 0) return null;
  return (
    <section class="attachments">
      <h3>{t('message.attachments')}</h3>
      <ul>
        {item.attachments.map((id) => {
          const file = session.one('evidence', id);
          if (file === undefined) return null;
          return (
            <li key={id}>
              <button type="button" onClick={() => go('evidence', `evidence:${id}`)}>{file.name}</button>{' '}
              <span class="muted">{file.fileName}, {t('size.bytes', file.bytes)}, {word('evidence-state', file.state)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
