import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Steer } from '../alone/Steer';
import { onKeys } from '../attention/keys';
import { RealEvent } from '../attention/RealEvent';
import { Slot } from '../attention/Slot';
import { Lobby } from '../lobby/Lobby';
import { Settings } from '../lobby/Settings';
import { Desk } from '../requests/Desk';
import { Bar } from '../shell/Bar';
import { Carried } from '../shell/Carried';
import { OutgoingStrip } from '../shell/ActButton';
import { isPutOut, PutOut } from '../seats/PutOut';
import { lately, TakenOver } from '../seats/TakenOver';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { HotWashInRoom } from '../debrief/InRoom';
import { Brief } from './Brief';
import { Decision } from './Decision';
import { Do } from './Do';
import { Evidence } from './Evidence';
import { Feed } from './Feed';
import { Message } from './Message';
import { NeedsYou } from './NeedsYou';
import { People } from './People';
import { Questionnaire } from './Questionnaire';
import { Places, Tabs } from './Places';
import { unseenChat } from './Chat';
import { back, go, spot } from './places';
import { Score } from './Score';
import { Side } from './Side';
import { reading as makeReading, type Reading } from './unread';
import { WorldMap } from './WorldMap';

/** The trainee's page: the lobby until StartEx, the room from then on. */
export function Room() {
  const session = useSession();
  const reading = useMemo(() => makeReading(session), [session]);
  const seat = session.one('seat', session.me.value.seat);
  const who = seat === undefined ? (session.me.value.control ? t('bar.control') : session.me.value.seat) : `${seat.teamName}, ${seat.roleName}`;
  const lobby = session.status === 'lobby' || session.status === 'none';

  useEffect(() => onKeys({
    n: () => {
      const newest = reading.unread.value.at(-1);
      if (newest !== undefined) go('feed', `feed:${newest.item.id}`);
      return newest !== undefined;
    },
    Escape: back,
  }), [reading]);

  // A phone shows one place at a time: whoever has just taken over reads first what he has in hand.
  useEffect(() => {
    if (location.hash === '' && lately(session) && matchMedia('(max-width: 600px)').matches) go('now');
  }, [session]);

  if (isPutOut(session)) return <div class="room"><PutOut /></div>;
  return (
    <div class="room">
      <Bar who={who} />
      <div class="slot-row"><Slot reading={reading} /><Steer /></div>
      <div class="content">
        <RealEvent />
        {lobby ? <Lobby /> : <Columns reading={reading} />}
      </div>
      <OutgoingStrip />
      {!lobby && <Tabs reading={reading} />}
    </div>
  );
}

export function Columns({ reading }: { reading: Reading }) {
  const side = useSignal(false);
  useSignalEffect(() => {
    void spot.value;
    side.value = false;
  });
  return (
    <div class="columns" data-place={spot.value.place} data-open={spot.value.open === null ? undefined : ''}>
      <div class="column-start"><NeedsYou reading={reading} /><Places reading={reading} /></div>
      <div class="column-middle">
        <SideStrip open={side.value} onToggle={() => (side.value = !side.value)} />
        <Middle reading={reading} />
      </div>
      <aside class={`column-end ${side.value ? 'is-open' : ''}`} aria-label={t('side.label')} tabIndex={0}><Side /></aside>
    </div>
  );
}

/** Between 600 and 1,100 px the end column is a line of its counts. */
function SideStrip({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const session = useSession();
  const decisions = session.all('decision').filter((decision) => decision.state === 'open').length;
  const running = session.all('action').filter((action) => action.state === 'running').length;
  const clocks = session.all('hold').filter((hold) => hold.state === 'active').length + session.all('meter').length;
  return (
    <button type="button" class="side-strip" aria-expanded={open} onClick={onToggle}>
      <span>{t('side.decisions')} <span class="count">{decisions}</span></span>
      <span>{t('side.clocks')} <span class="count">{clocks}</span></span>
      <span>{t('side.actions')} <span class="count">{running}</span></span>
      <span>{t('chat.title')} <span class="count">{unseenChat(session)}</span></span>
    </button>
  );
}

function Middle({ reading }: { reading: Reading }) {
  const { place, open } = spot.value;
  const [kind, id] = open === null ? ['', ''] : [open.slice(0, open.indexOf(':')), open.slice(open.indexOf(':') + 1)];
  switch (place) {
    case 'do': return <Do />;
    case 'requests': return <Desk open={kind === 'request' ? id : null} />;
    case 'evidence': return <Evidence />;
    case 'map': return <WorldMap />;
    case 'people': return <People />;
    case 'score': return <Score />;
    case 'hot-wash': return <HotWashInRoom />;
    case 'now': return <div class="page-in-room now" tabIndex={0} role="region" aria-label={t('place.now')} data-scrolls="now"><TakenOver /><NeedsYou reading={reading} /><Side /></div>;
    case 'more': return <More />;
    case 'feed':
      return (
        <div class="reader">
          <div class="opened">
            {kind === 'feed' || kind === 'decision' || kind === 'questionnaire' ? <button type="button" class="back" onClick={() => back() || go('feed')}>‹ {t('room.back')}</button> : null}
            {kind === 'feed' ? <Message id={id} reading={reading} /> : kind === 'decision' ? <Decision id={id} /> : kind === 'questionnaire' ? <Questionnaire id={id} /> : <div class="message"><div class="message-body" tabIndex={0} role="region" aria-label={t('brief.title')} data-scrolls="brief"><Brief /></div></div>}
          </div>
          <Feed reading={reading} />
        </div>
      );
  }
}

function More() {
  const session = useSession();
  return (
    <div class="page-in-room" tabIndex={0} role="region" aria-label={t('place.more')} data-scrolls="more">
      <ul class="rows">
        {(['evidence', 'map', 'people'] as const).map((place) => <li key={place}><button type="button" class="wide-button" onClick={() => go(place)}>{t(`place.${place}`)}</button></li>)}
        {session.status === 'ended' && <li><button type="button" class="wide-button" onClick={() => go('hot-wash')}>{t('place.hot-wash')}</button></li>}
        {session.all('score').length > 0 && <li><button type="button" class="wide-button" onClick={() => go('score')}>{t('place.score')}</button></li>}
      </ul>
      <Brief />
      <Settings />
      <p><a href="/drills">{t('room.drills')}</a></p>
      <Carried />
    </div>
  );
}
