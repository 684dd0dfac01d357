import { drillTime } from '../clock/words';
import type { OutView } from '../contract/records';
import { t } from '../texts/texts';

/** One's own team was taken out of the drill: said in the slot for as long as the drill goes on. */
export function TakenOut({ out }: { out: OutView }) {
  return <span class="slot-text" role="status">■ {t('standing.out', drillTime(out.at))} <bdi>{out.reason ?? ''}</bdi></span>;
}
