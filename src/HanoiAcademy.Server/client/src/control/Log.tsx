import type { ControlLogView } from '../contract/records';
import { drillTimeSeconds } from '../clock/words';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import type { Session } from '../link/session';
import { who } from './who';

/** What controllers and the room did, the latest first. */
export function Log() {
  const session = useSession();
  const log = [...session.all('log')].sort((a, b) => b.n - a.n);
  if (log.length === 0) return <p class="muted">{t('control.log-none')}</p>;
  return <ul class="plain log">{log.map((entry) => <li key={entry.n}><span class="ltr">{drillTimeSeconds(entry.at)}</span> <b>{who(session, entry.seat, entry.at)}</b> {word('control-log', entry.what)} {thing(session, entry)}</li>)}</ul>;
}

/** What it was done to, by its name. */
function thing(session: Session, entry: ControlLogView): string {
  switch (entry.what) {
    case 'speed-set': return `×${entry.id}`;
    case 'sharing-set': return word('sharing', entry.id);
    case 'replay-sharing-set': return word('replay-sharing', entry.id);
    case 'team-removed': {
      const out = session.one('out', entry.id);
      return out === undefined ? entry.id : `${out.teamName}: “${out.reason ?? ''}”`;
    }
    case 'voided': {
      const [what, id = ''] = entry.id.split(' ');
      const struck = what === 'penalty' ? session.one('penalty', id) : session.one('objective', id);
      return struck === undefined ? entry.id : `${struck.name}${struck.voided === undefined ? '' : `: “${struck.voided.reason}”`}`;
    }
    case 'marked': return session.one('objective', entry.id)?.name ?? entry.id;
    case 'answered':
    case 'set-aside': {
      const message = session.one('feed', entry.id);
      return message === undefined ? entry.id : `“${(message.text ?? '').slice(0, 60)}”`;
    }
    default: return session.one('plan', entry.id)?.title ?? session.one('step', entry.id)?.name ?? session.one('adversary', entry.id)?.name ?? entry.id;
  }
}
