import { useSignal, useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FeedView } from '../contract/records';
import { drillTime } from '../clock/words';
import { t, word } from '../texts/texts';
import { go, spot } from './places';
import type { Reading } from './unread';

const icons: Record<string, string> = { mail: '✉', call: '☎', chat: '❝', alert: '⚠', news: '▤', social: '#', note: '✎' };

/** Oldest above, newest at the end: what arrives moves nothing that is being read. It follows by itself only from its newest end. */
export function Feed({ reading }: { reading: Reading }) {
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const below = useSignal(0);
  const seen = useRef(reading.feed.value.length);

  useLayoutEffect(() => {
    const box = list.current;
    if (box !== null) box.scrollTop = box.scrollHeight;
  }, []);
  useSignalEffect(() => {
    const count = reading.feed.value.length;
    const fresh = reading.feed.value.slice(seen.current).filter((item) => !item.own && item.attention !== 'quiet').length;
    seen.current = count;
    // After the rows are drawn, and without a word to focus or caret.
    requestAnimationFrame(() => {
      const box = list.current;
      if (box === null) return;
      if (atEnd.current) box.scrollTop = box.scrollHeight;
      else below.value += fresh;
    });
  });
  const onScroll = () => {
    const box = list.current;
    if (box === null) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
    if (atEnd.current) below.value = 0;
  };
  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight });

  return (
    <div class="feed">
      <div class="feed-list" ref={list} onScroll={onScroll} data-scrolls="feed" tabIndex={0} role="region" aria-label={t('place.feed')}>
        {reading.feed.value.length === 0 && <p class="muted empty">{t('feed.none')}</p>}
        <ul>{reading.feed.value.map((item) => <Row key={item.id} item={item} unread={reading.isUnread(item)} />)}</ul>
      </div>
      <button type="button" class="pill" hidden={below.value === 0} onClick={toEnd}>↓ {t('feed.new', below.value)}</button>
    </div>
  );
}

function Row({ item, unread }: { item: FeedView; unread: boolean }) {
  const key = `feed:${item.id}`;
  return (
    <li>
      <button type="button" class={`feed-row ${unread ? 'is-unread' : ''}`} data-key={key} aria-current={spot.value.open === key ? 'true' : undefined} onClick={() => go('feed', key)}>
        <span class="feed-icon" aria-hidden="true">{icons[item.channel] ?? '•'}{'\uFE0E'}</span>
        <span class="feed-from"><span class="visually-hidden">{word('channel', item.channel)}: </span>{item.own ? t('feed.to', item.to) : item.from}</span>
        <span class="feed-subject">{item.marked && <span title={t('feed.marked')}>⚑ </span>}{item.subject || item.text?.slice(0, 80)}</span>
        <span class="feed-at ltr">{drillTime(item.at)}</span>
        <span class="feed-mark">{unread && <><span aria-hidden="true">●</span><span class="visually-hidden">{t('feed.unread')}</span></>}</span>
      </button>
    </li>
  );
}
