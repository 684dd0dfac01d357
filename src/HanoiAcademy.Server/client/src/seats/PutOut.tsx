import { useSession } from '../shell/context';
import { t } from '../texts/texts';

/** Whoever lost the seat while the page was open. The page still shows what it last knew: it must not look alive. */
export function isPutOut(session: ReturnType<typeof useSession>): boolean {
  const link = session.link.value;
  return link.kind === 'removed' && link.signedOut !== true && session.looks === null;
}

/** In place of the room, its clocks as well: what happened, and the way back. */
export function PutOut() {
  // Who plays alone has no control over him: his drill was put to sleep, and waits.
  const alone = useSession().clock.view.value?.alone === true;
  return (
    <>
      <header class="bar bar-ended">
        <strong class="exercise">{t('bar.exercise')}</strong>
        <span class="link link-removed" data-testid="link"><span aria-hidden="true">✕</span> {t(alone ? 'link.asleep' : 'link.removed')}</span>
      </header>
      <div class="slot" />
      <div class="page-in-room put-out" tabIndex={0} role="region" aria-labelledby="put-out-title">
        <section class="card">
          <h1 id="put-out-title"><span aria-hidden="true">✕ </span>{t(alone ? 'link.asleep' : 'link.put-out')}</h1>
          <p>{t(alone ? 'link.asleep-why' : 'link.put-out-why')}</p>
          <p>{t('link.put-out-sent')}</p>
          {!alone && <p>{t('link.put-out-do')}</p>}
          <p><a class="btn btn-primary" href={alone ? '/drills' : '/join'}>{t(alone ? 'room.drills' : 'link.join')}</a></p>
        </section>
      </div>
    </>
  );
}
