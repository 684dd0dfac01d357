import type { SeatView } from '../contract/records';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';

type Presence = 'here' | 'away' | 'simulated' | 'free';
const shapes: Record<Presence, string> = { here: '●', away: '◌', simulated: '◇', free: '○' };

/** One seat: who sits there, by shape and word, and whether somebody is at the screen now, as far as one may know. */
export function Seated({ seat }: { seat: SeatView }) {
  const session = useSession();
  const { me, here } = session;
  const ours = me.value.control || me.value.teamRole?.split('.')[0] === seat.team;
  const isMe = seat.id === me.value.seat;
  const presence: Presence = seat.holder !== 'person' ? (seat.holder === 'simulated' ? 'simulated' : 'free') : ours && !isMe && !here.value.has(seat.id) && session.link.value.kind === 'live' ? 'away' : 'here';
  return (
    <li class={isMe ? 'is-me' : ''}>
      <span aria-hidden="true">{shapes[presence]}</span>{' '}
      {seat.roleName}: {seat.holder === 'person' ? <bdi>{session.people.value[seat.id] || seat.id}</bdi> : word('holder', seat.holder)}
      {isMe && ` (${t('people.you')})`}
      {presence === 'away' && <span class="muted"> {t('people.away')}</span>}
      {session.status === 'lobby' && seat.ready && <> ✓ {t('lobby.is-ready')}</>}
    </li>
  );
}
