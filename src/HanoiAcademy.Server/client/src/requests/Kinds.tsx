import type { FeedView } from '../contract/records';
import type { Session } from '../link/session';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { beginRequest } from './begin';
import { kindsOf } from './form';

/** The kind of a new paper is the first thing its writer says; none is proposed. */
export function Kinds({ about, onBegun }: { about?: FeedView; onBegun: () => void }) {
  const session = useSession();
  const begin = (kind: string) => {
    onBegun();
    beginRequest(session, kind, about);
  };
  return (
    <div class="kinds" role="group" aria-label={t('desk.which-kind')}>
      <p>{t('desk.which-kind')}</p>
      {kindsOf(session).map((kind) => <button type="button" key={kind} onClick={() => begin(kind)}>{word('request-kind', kind)}</button>)}
    </div>
  );
}

/** A team that acts for no authority makes no requests: it is not offered what would always be refused. */
export function asksAnybody(session: Session): boolean {
  return session.all('authority').some((authority) => authority.mine);
}

/** Where only one kind is on offer there is nothing to ask. */
export function onlyKind(session: Session): string | null {
  const kinds = kindsOf(session);
  return kinds.length > 1 ? null : (kinds[0] ?? 'preservation');
}
