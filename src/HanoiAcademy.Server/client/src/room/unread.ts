import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { FeedView } from '../contract/records';
import type { Noticed } from '../attention/ladder';
import type { Session } from '../link/session';

export interface Reading {
  feed: ReadonlySignal<FeedView[]>;
  unread: ReadonlySignal<Noticed[]>;
  isUnread(item: FeedView): boolean;
  read(id: string): void;
}

/** The feed in its order, and what of it this seat has not opened yet. Marks made here count at once, before the server says so. */
export function reading(session: Session): Reading {
  const here = signal<ReadonlySet<string>>(new Set());
  const feed = computed(() => session.all('feed').sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)));
  const marks = computed(() => new Set([...here.value, ...session.all('read').map((mark) => mark.item)]));
  const isUnread = (item: FeedView) => !item.own && !marks.value.has(item.id);
  const unread = computed(() => feed.value.filter(isUnread).map((item) => ({ item, arrived: session.arrivals.get(`feed:${item.id}`) })));
  return {
    feed,
    unread,
    isUnread,
    read(id) {
      const item = session.one('feed', id);
      if (item === undefined || !isUnread(item)) return;
      here.value = new Set([...here.value, id]);
      void session.outbox.act({ kind: 'mark-read', items: [id] });
    },
  };
}
