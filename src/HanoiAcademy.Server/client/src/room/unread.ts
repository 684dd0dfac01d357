import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { FeedView } from '../contract/records';
import { ringMs, type Noticed } from '../attention/ladder';
import type { Session } from '../link/session';

export interface Reading {
  feed: ReadonlySignal<readonly FeedView[]>;
  unread: ReadonlySignal<readonly Noticed[]>;
  /** Put off with Later, or declined. */
  putOff: ReadonlySignal<ReadonlySet<string>>;
  isUnread(item: FeedView): boolean;
  /** A call that nobody has answered yet and that still rings. */
  rings(item: FeedView): boolean;
  read(id: string): void;
  later(id: string): void;
}

/** The feed in its order, and what of it this seat has not opened yet. Marks made here count at once, before the server says so. */
export function reading(session: Session): Reading {
  const here = signal<ReadonlySet<string>>(new Set());
  const putOff = signal<ReadonlySet<string>>(new Set());
  const feed = computed(() => [...session.all('feed')].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)));
  const marks = computed(() => new Set([...here.value, ...session.all('read').map((mark) => mark.item)]));
  const isUnread = (item: FeedView) => !item.own && !marks.value.has(item.id);
  const unread = computed(() => feed.value.filter(isUnread).map((item) => ({ item, arrived: session.arrivals.get(`feed:${item.id}`) })));
  return {
    feed,
    unread,
    putOff,
    isUnread,
    rings(item) {
      void session.clock.tick.value;
      const arrived = session.arrivals.get(`feed:${item.id}`);
      return item.attention === 'call' && arrived !== undefined && session.ringing.now() - arrived < ringMs && !putOff.value.has(item.id) && isUnread(item);
    },
    read(id) {
      const item = session.one('feed', id);
      if (item === undefined || !isUnread(item)) return;
      here.value = new Set([...here.value, id]);
      void session.outbox.act({ kind: 'mark-read', items: [id] });
    },
    later(id) {
      putOff.value = new Set([...putOff.value, id]);
    },
  };
}
