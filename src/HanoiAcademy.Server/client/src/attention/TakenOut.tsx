import { drillTime } from '../clock/words';
import type { OutView } from '../contract/records';
import { t } from '../texts/texts';

/** One's own team was taken out of the drill: said in the slot for as long as the drill goes on. */
export function TakenOut({ out }: { out: OutView }) {
  return <span class="slot-text slot-out" role="status">■ {t('standing.out', drillTime(out.at))} <bdi>{out.reason ?? ''}</bdi></span>;
}

/** The same where there is room for all of it. */
export function TakenOutNotice({ out }: { out: OutView }) {
  return <p class="notice">■ {t('standing.out', drillTime(out.at))} <bdi>{out.reason ?? ''}</bdi><br />{t('standing.out-may')}</p>;
}
