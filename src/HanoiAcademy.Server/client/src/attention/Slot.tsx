import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { FeedView } from '../contract/records';
import { t, word } from '../texts/texts';
import { linkWords } from '../link/state';
import { useSession } from '../shell/context';
import { fromName } from '../room/names';
import { go } from '../room/places';
import type { Reading } from '../room/unread';
import { announce } from './Announcer';
import { ringMs, slot, titleCount } from './ladder';
import { ring } from './sound';
import { TakenOut } from './TakenOut';
import { typing } from './typing';

/** The 40 px under the bar, reserved even when empty. Nothing here opens, moves or covers anything until it is pressed. */
export function Slot({ reading }: { reading: Reading }) {
  const session = useSession();
  const typingSince = useSignal<number | null>(null);
  const title = useRef(document.title);

  useSignalEffect(() => {
    typingSince.value = typing.value ? (typingSince.peek() ?? session.ringing.now()) : null;
  });
  const now = useComputed(() => {
    void session.clock.tick.value;
    // While the drill stands there is nothing to answer at once, and the slot says how much there is to read, whoever writes.
    return slot(reading.unread.value, reading.putOff.value, session.status === 'running' ? typingSince.value : null, session.ringing.now());
  });
  useSignalEffect(() => {
    const count = titleCount(reading.unread.value);
    document.title = count === 0 ? title.current : `(${count}) ${title.current}`;
  });
  useAnnouncements(reading);

  const { later } = reading;
  const { calls, urgent, waiting } = now.value;
  // A drill that stands is said first: an alert left unread must not hide that one may only read, or that it is over.
  const status = session.clock.view.value?.status;
  // Who was taken out is told that first, unless everybody has to stop.
  if (session.out !== undefined && status !== 'stopped') return <div class="slot" data-testid="slot"><TakenOut out={session.out} /></div>;
  if (status === 'paused' || status === 'stopped' || status === 'ended') {
    // Nothing rings and nobody is asked to answer; what is urgent can be read all the same, except where something real has happened.
    const unread = status === 'paused' ? [...calls, ...urgent] : [];
    const first = unread[0];
    // On a phone the buttons of who plays alone leave room for one of the two; that it is paused stands in the bar.
    const alone = session.clock.view.value?.alone === true;
    return (
      <div class={`slot slot-${status}`} data-testid="slot">
        <span class="slot-text slot-lines"><span class={alone && first !== undefined ? 'unless-phone' : ''}><Standing /></span>{first !== undefined && <> <b class="slot-count">▲ {t('slot.to-read', unread.length)}</b></>}</span>
        {first !== undefined && <button type="button" class="btn-primary" onClick={() => go('feed', `feed:${first.id}`)}>{t('slot.open')}</button>}
      </div>
    );
  }
  const call = calls[0];
  const first = urgent[0];
  if (call !== undefined) return <Ringing item={call} onLater={later} />;
  if (first !== undefined) return <Urgent item={first} more={urgent.length - 1 + waiting} onLater={later} />;
  return (
    <div class="slot" data-testid="slot">
      {waiting > 0 ? <span class="slot-count">▲ {t('slot.waiting', waiting)}</span> : <Standing />}
    </div>
  );
}

function Ringing({ item, onLater }: { item: FeedView; onLater: (id: string) => void }) {
  const session = useSession();
  void session.clock.tick.value;
  const left = Math.max(0, Math.ceil((ringMs - (session.ringing.now() - (session.arrivals.get(`feed:${item.id}`) ?? 0))) / 1000));
  const answer = () => {
    onLater(item.id);
    go('feed', `feed:${item.id}`);
  };
  return (
    <div class="slot slot-call" data-testid="slot">
      <span class="slot-text" dir="auto"><b aria-hidden="true">☎︎</b> {t('slot.rings', fromName(item))} <span class="tabular">{t('slot.rings-for', left)}</span></span>
      <button type="button" class="btn-primary" onClick={answer}>{t('slot.answer')}</button>
      <button type="button" onClick={() => onLater(item.id)}>{t('slot.decline')}</button>
    </div>
  );
}

function Urgent({ item, more, onLater }: { item: FeedView; more: number; onLater: (id: string) => void }) {
  return (
    <div class="slot slot-urgent" data-testid="slot">
      <span class="slot-text" dir="auto"><b>▲ {word('channel', item.channel)}</b> {fromName(item)}: {item.subject}</span>
      {more > 0 && <span class="slot-count" title={t('slot.more', more)}>+{more}<span class="visually-hidden"> {t('slot.more', more)}</span></span>}
      <button type="button" class="btn-primary" onClick={() => go('feed', `feed:${item.id}`)}>{t('slot.open')}</button>
      <button type="button" onClick={() => onLater(item.id)}>{t('slot.later')}</button>
    </div>
  );
}

/** What the state of the drill means for what one may do. */
function Standing() {
  const session = useSession();
  const view = session.clock.view.value;
  const link = session.link.value;
  if (link.kind === 'removed') return <span>✕ {linkWords(link, 0)}{link.signedOut === true && <> <a href="/account/sign-in">{t('link.sign-in')}</a></>}</span>;
  switch (view?.status) {
    case 'running': return view.why === 'recovered' ? <span>▲ {t('standing.went-on')}</span> : null;
    case 'paused': return <span>‖ {view.alone === true ? t(view.why === 'recovered' ? 'alone.recovered' : view.why === 'no-controller' ? 'alone.was-away' : 'standing.paused') : view.why === 'recovered' ? t('standing.recovered') : view.why === 'forked' ? t('standing.forked') : t('standing.paused')}</span>;
    case 'stopped': return <strong>✕ {t('standing.stopped')}</strong>;
    case 'ended': return <span>■ <span class="wide">{view.endTitle ?? t('standing.ended')}</span><span class="narrow">{word('state', 'ended')}</span> <a href={`/drills/${session.drill}/report`}>{t('standing.report')}</a> <button type="button" class="btn-quiet" onClick={() => go('hot-wash')}>{t('place.hot-wash')}</button></span>;
    default: return null;
  }
}

function useAnnouncements(reading: Reading): void {
  const session = useSession();
  // What rang when the drill was paused rings on: the bell of before may have been forgotten.
  const goesOn = () => {
    const call = reading.unread.peek().find(({ item }) => reading.rings(item));
    announce(call === undefined ? t('announce.running') : `${t('announce.running')} ${t('slot.rings', fromName(call.item))}`, call !== undefined);
    if (call !== undefined) ring('call');
  };
  const told = useRef(new Set<string>());
  const status = useRef<string | null>(null);
  useSignalEffect(() => {
    for (const { item, arrived } of reading.unread.value) {
      if (arrived === undefined || told.current.has(item.id)) continue;
      told.current.add(item.id);
      if (item.attention === 'call') announce(t('slot.rings', item.from), true);
      else if (item.attention === 'urgent') announce(t('announce.urgent', item.from, item.subject), false);
      else if (item.attention === 'normal') announce(t('announce.normal', item.from), false);
      if (item.attention === 'call' || item.attention === 'urgent') ring(item.attention);
    }
  });
  useSignalEffect(() => {
    const now = session.clock.view.value?.status ?? null;
    const before = status.current;
    status.current = now;
    if (before === null || before === now) return;
    if (now === 'paused' || now === 'stopped') announce(t(`standing.${now}`), true);
    else if (now === 'running') goesOn();
    else if (now === 'ended') announce(t('standing.ended'), false);
  });
}
