import { Begin, useAlone } from '../alone/Steer';
import { Brief } from '../room/Brief';
import { Chat } from '../room/Chat';
import { Seats } from '../room/People';
import { ActButton } from '../shell/ActButton';
import { Carried } from '../shell/Carried';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { LinkTest } from './LinkTest';
import { Settings } from './Settings';

/** Before StartEx: is the link good, who sits where, what is this about, and am I ready. */
export function Lobby() {
  const session = useSession();
  const seat = session.one('seat', session.me.value.seat);
  const alone = useAlone();
  return (
    <div class="lobby">
      <h1>{session.clock.view.value?.title ?? t('lobby.title')}</h1>
      <p class="lead">{t(alone ? 'alone.waiting' : 'lobby.waiting')}</p>
      <p class="notice notice-warn">{t('lobby.stop-word')}</p>
      {alone ? <Begin /> : seat !== undefined && (
        <section class="card ready" aria-labelledby="ready-title">
          <h2 id="ready-title">{t('lobby.you', seat.teamName, seat.roleName)}</h2>
          <p>{seat.ready ? `✓ ${t('lobby.ready-told')}` : t('lobby.ready-ask')}</p>
          <ActButton primary={!seat.ready} place="ready" label={seat.ready ? t('lobby.not-ready') : t('lobby.ready')} command={() => ({ kind: 'set-ready', ready: !seat.ready })} />
        </section>
      )}
      <Brief />
      <div class="lobby-grid">
        <LinkTest />
        <Settings />
        <div class="card"><Chat unfolded /></div>
        <section class="card" aria-labelledby="seats-title"><h2 id="seats-title">{t('lobby.seats')}</h2><Seats /></section>
      </div>
      <Carried />
    </div>
  );
}
