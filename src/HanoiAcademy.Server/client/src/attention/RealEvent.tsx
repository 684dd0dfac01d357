import { drillTime } from '../clock/words';
import { byName } from '../room/names';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';

/** Something real has happened: at the head of the page for as long as the drill is stopped. It takes no focus and covers nothing; one reads on below. */
export function RealEvent() {
  const session = useSession();
  const view = session.clock.view.value;
  if (view?.status !== 'stopped') return null;
  const at = session.clock.at.value;
  return (
    <section class="real-event" aria-labelledby="real-event-title" tabIndex={0}>
      <h2 id="real-event-title"><span aria-hidden="true">✕ </span>{t('stop.now')}</h2>
      <p>{view.by === undefined ? t('stop.at', drillTime(at)) : t('stop.by', byName(session, view.by, at), drillTime(at))}</p>
      <p>{t('stop.then')}</p>
    </section>
  );
}
