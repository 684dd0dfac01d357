import { signal } from '@preact/signals';
import { Seats } from '../room/People';
import { SeatList } from '../seats/SeatList';
import { Carried } from '../shell/Carried';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { Act } from './Act';
import { Adversary } from './Adversary';
import { Decisions } from './Decisions';
import { Log } from './Log';
import { Notes } from './Notes';
import { RemoveTeam } from './RemoveTeam';
import { localTeam, may } from './role';
import { Ticks } from './Ticks';
import { ticks, toTick } from './ticks';
import { Words } from './Words';

type Tab = 'notes' | 'ticks' | 'decisions' | 'log' | 'adversary' | 'seats' | 'words';

/** The open one; null: folded, so that the plan has the height. */
export const tab = signal<Tab | null>('notes');

/** Beside the strip: notes and marks, the log, the adversary, and who sits where. */
export function Desk() {
  const session = useSession();
  const seat = session.me.value.seat;
  const tabs: Tab[] = ['notes'];
  const plan = session.all('plan');
  if (may(seat, 'tick') && plan.some((row) => ticks(row).length > 0)) tabs.push('ticks');
  const unmarked = tabs.includes('ticks') ? toTick(plan, localTeam(seat) ?? '').open.length : 0;
  const decisions = session.all('decision');
  if (decisions.length > 0) tabs.push('decisions');
  tabs.push('log');
  const open = decisions.filter((one) => one.state === 'open').length;
  if (session.all('adversary').length > 0) tabs.push('adversary');
  tabs.push('seats', 'words');
  const shown = tab.value === null || tabs.includes(tab.value) ? tab.value : 'notes';
  return (
    <section class={`desk-of-control ${shown === null ? 'is-folded' : ''}`} aria-label={t('control.desk')}>
      <div class="control-tabs">
        {tabs.map((one) => <button type="button" key={one} aria-expanded={shown === one} onClick={() => (tab.value = shown === one ? null : one)}>{t(`control.tab-${one}`)}{one === 'decisions' && open > 0 && <span class="count"> {open}</span>}{one === 'ticks' && unmarked > 0 && <span class="count"> {unmarked}</span>}</button>)}
      </div>
      <div class="desk-scroll" hidden={shown === null} tabIndex={0} role="group" aria-label={t(`control.tab-${shown ?? 'notes'}`)}>
        {shown === 'notes' && <Notes />}
        {shown === 'ticks' && <Ticks />}
        {shown === 'decisions' && <Decisions />}
        {shown === 'log' && <Log />}
        {shown === 'words' && <Words />}
        {shown === 'adversary' && <Adversary />}
        {/* Drawn by the server and carried over: it stays where it was put. */}
        <div hidden={shown !== 'seats'}>
          <Settings />
          {may(seat, 'appoint') && <p><a href={`/drills/${session.drill}/controllers`}>{t('control.controllers')}</a></p>}
          {/* In the lobby they stand in the middle of the room. */}
          {session.status !== 'lobby' && (may(seat, 'seats') ? <SeatList /> : <Seats />)}
          <RemoveTeam />
          <Carried />
        </div>
      </div>
    </section>
  );
}

const choices = ['own', 'scores', 'all'] as const;
const replays = ['nobody', 'own', 'team', 'all'] as const;

/** What was chosen at launch, and what teams will see of each other. */
function Settings() {
  const session = useSession();
  const settings = session.one('settings');
  if (settings === undefined) return null;
  return (
    <div class="control-settings">
      <p>{t('control.no-controller', word('chosen', settings.noController))}</p>
      <p><b>{session.status === 'ended' ? t('control.sharing-now') : t('control.sharing-later')}</b> {word('sharing', settings.sharing)}</p>
      {may(session.me.value.seat, 'share') && <p class="row">{choices.filter((one) => one !== settings.sharing).map((one) => <Act key={one} place={`sharing.${one}`} label={t('control.share', word('sharing', one))} command={() => ({ kind: 'set-sharing', sharing: one })} />)}</p>}
      <p><b>{t('replay.sharing')}</b> {word('replay-sharing', settings.replay)}{session.status === 'ended' && <> · <a href={`/drills/${session.drill}/replay`}>{t('replay.open')}</a></>}</p>
      {may(session.me.value.seat, 'share') && <p class="row">{replays.filter((one) => one !== settings.replay).map((one) => <Act key={one} place={`replay.${one}`} label={t('replay.share', word('replay-sharing', one))} command={() => ({ kind: 'set-replay-sharing', replay: one })} />)}</p>}
    </div>
  );
}
