import { useSignal, useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { FeedView } from '../contract/records';
import { useSession } from '../shell/context';
import { TimeOf } from '../shell/When';
import { t, word } from '../texts/texts';
import { fromName, toName } from './names';
import { go, spot } from './places';
import type { Reading } from './unread';
import { rowsIn, wholeUpTo } from './window';

const icons: Record<string, string> = { mail: '✉', call: '☎', chat: '❝', alert: '⚠', news: '▤', social: '#', note: '✎' };

/** Oldest above, newest at the end: what arrives moves nothing that is being read. It follows by itself only from its newest end. */
export function Feed({ reading }: { reading: Reading }) {
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const known = useRef<ReadonlySet<string> | null>(null);
  const below = useSignal<ReadonlySet<string>>(new Set());
  const shown = useSignal<readonly [number, number]>([0, wholeUpTo]);
  const rowHeight = useRef(44);
  const focused = useSignal<string | null>(null);

  const look = () => {
    const box = list.current;
    if (box === null) return;
    rowHeight.current = box.querySelector<HTMLElement>('li')?.offsetHeight || rowHeight.current;
    const now = rowsIn(reading.feed.peek().length, rowHeight.current, box.scrollTop, box.clientHeight);
    if (now[0] !== shown.peek()[0] || now[1] !== shown.peek()[1]) shown.value = now;
  };
  useLayoutEffect(() => {
    const box = list.current;
    if (box === null) return undefined;
    box.scrollTop = box.scrollHeight;
    look();
    const resized = new ResizeObserver(look);
    resized.observe(box);
    return () => resized.disconnect();
  }, []);
  useSignalEffect(() => {
    const items = reading.feed.value;
    const fresh = known.current === null ? [] : items.filter((item) => !known.current?.has(item.id) && !item.own && item.attention !== 'quiet').map((item) => item.id);
    known.current = new Set(items.map((item) => item.id));
    // After the rows are drawn, and without a word to focus or caret.
    requestAnimationFrame(() => {
      const box = list.current;
      if (box === null) return;
      if (atEnd.current) box.scrollTop = box.scrollHeight;
      else if (fresh.length > 0) below.value = new Set([...below.value, ...fresh]);
      look();
    });
  });
  const onScroll = () => {
    const box = list.current;
    if (box === null) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
    if (atEnd.current && below.peek().size > 0) below.value = new Set();
    look();
  };
  const toEnd = () => list.current?.scrollTo({ top: list.current.scrollHeight });

  const items = reading.feed.value;
  const isLong = items.length > wholeUpTo;
  const unseen = items.filter((item) => below.value.has(item.id) && reading.isUnread(item)).length;
  const [from, to] = shown.value;
  return (
    <div class="feed">
      <div class="feed-list" ref={list} onScroll={onScroll} data-scrolls="feed" tabIndex={0} role="region" aria-label={t('place.feed')}>
        {items.length === 0 && <p class="muted empty">{t('feed.none')}</p>}
        <ul
          class={isLong ? 'is-long' : undefined}
          style={isLong ? { blockSize: `${items.length * rowHeight.current}px` } : {}}
          onFocusCapture={(event) => (focused.value = (event.target as Element).getAttribute('data-key'))}
        >
          {items.map((item, n) => {
            const key = `feed:${item.id}`;
            // The row that has the focus stays, wherever the list is: removing it would take the focus away.
            if (isLong && (n < from || n >= to) && key !== focused.value) return null;
            return <Row key={key} item={item} unread={reading.isUnread(item)} missed={item.attention === 'call' && reading.isUnread(item) && !reading.rings(item)} place={isLong ? { n, of: items.length, top: n * rowHeight.current } : null} />;
          })}
        </ul>
      </div>
      <button type="button" class="pill" hidden={unseen === 0} onClick={toEnd}>↓ {t('feed.new', unseen)}</button>
    </div>
  );
}

interface RowProps {
  item: FeedView;
  unread: boolean;
  missed: boolean;
  /** Where it lies in a list of which only a part is drawn. */
  place: { n: number; of: number; top: number } | null;
}

function Row({ item, unread, missed, place }: RowProps) {
  const session = useSession();
  const key = `feed:${item.id}`;
  const subject = item.subject || item.text?.slice(0, 80);
  return (
    <li {...(place === null ? {} : { 'aria-posinset': place.n + 1, 'aria-setsize': place.of, style: { insetBlockStart: `${place.top}px` } })}>
      <button type="button" class={`feed-row ${unread ? 'is-unread' : ''}`} data-key={key} aria-current={spot.value.open === key ? 'true' : undefined} onClick={() => go('feed', key)}>
        <span class="feed-icon" aria-hidden="true">{icons[item.channel] ?? '•'}{'\uFE0E'}</span>
        <span class="feed-from" dir="auto"><span class="visually-hidden">{word('channel', item.channel)}: </span>{item.own ? t('feed.to', toName(item)) : fromName(item)}</span>
        <span class="feed-subject" dir="auto">
          {item.marked && <span title={t('feed.marked')}>⚑ </span>}
          {missed && <b class="missed">{t('feed.missed')} </b>}
          {item.own && item.bySeat !== undefined ? `${session.person(item.bySeat, item.at)}: ${subject ?? ''}` : subject}
        </span>
        <TimeOf at={item.at} />
        <span class="feed-mark">{unread && <><span aria-hidden="true">●</span><span class="visually-hidden">{t('feed.unread')}</span></>}</span>
      </button>
    </li>
  );
}
