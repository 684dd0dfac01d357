import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FeedView } from '../contract/records';
import { useSession } from '../shell/context';
import { When } from '../shell/When';
import { t, word } from '../texts/texts';
import { fromName, toName } from './names';
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
  return (
    <article class={`message message-${item.channel}`} aria-labelledby="message-subject">
      <div class="message-body" ref={box} tabIndex={0} role="region" aria-labelledby="message-subject" data-scrolls="message">
        <p class="message-kind">{item.channel === 'call' ? t('message.transcript') : word('channel', item.channel)} <span class="tlp">TLP:{item.tlp}</span></p>
        {item.channel === 'news' && <p class="masthead" aria-hidden="true">{item.from}</p>}
        <h2 id="message-subject" dir="auto">{item.subject || t('message.no-subject')}</h2>
        <Head item={item} />
        {/* Html is the author's Markdown, made safe on the server; what players write comes as text. */}
        {item.html === undefined ? <p class="message-text written" dir="auto">{item.text}</p> : <div class="message-text" dir="auto" dangerouslySetInnerHTML={{ __html: item.html }} />}
        <Attachments item={item} />
      </div>
      <WithThis key={id} item={item} />
    </article>
  );
}

/** Who, to whom, when: of an alert as the lines of a table, of anything else as the head of a letter. */
function Head({ item }: { item: FeedView }) {
  const session = useSession();
  const before = item.replyTo === undefined ? undefined : session.one('feed', item.replyTo);
  const rows: [string, ComponentChildren][] = [
    [t(item.channel === 'alert' ? 'message.source' : 'message.from'), item.bySeat === undefined ? fromName(item) : fromName(item) === '' ? session.person(item.bySeat, item.at) : t('message.own', fromName(item), session.person(item.bySeat, item.at))],
    [t('message.to'), toName(item)],
    [t('message.at'), <When key="at" at={item.at} full />],
  ];
  if (item.corrects !== undefined) rows.push([t('message.corrects'), <To key="corrects" id={item.corrects} />]);
  else if (before !== undefined) rows.push([t('message.reply-to'), <To key="before" id={before.id} />]);
  if (item.channel === 'alert') {
    return <table class="alert-head"><tbody>{rows.map(([name, value]) => <tr key={name}><th scope="row">{name}</th><td dir="auto">{value}</td></tr>)}</tbody></table>;
  }
  return <dl class="message-head">{rows.map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name} dir="auto">{value}</dd>])}</dl>;
}

function To({ id }: { id: string }) {
  const item = useSession().one('feed', id);
  return item === undefined ? null : <button type="button" class="btn-quiet" onClick={() => go('feed', `feed:${id}`)}>{item.subject || item.from}</button>;
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
