import { TakenOutNotice } from '../attention/TakenOut';
import { drillTime, duration } from '../clock/words';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { needs } from './needs';
import { go } from './places';
import type { Reading } from './unread';

/** At most five lines, soonest first; the space for five stands even when there are none. */
export function NeedsYou({ reading }: { reading: Reading }) {
  const session = useSession();
  const all = needs(session, reading);
  const at = session.clock.at.value;
  return (
    <section class="needs" aria-labelledby="needs-title">
      <h2 id="needs-title">{t('needs.title')}</h2>
      {session.out !== undefined ? <TakenOutNotice out={session.out} /> : all.length === 0 && <p class="muted">{t('needs.none')}</p>}
      <ul>
        {all.slice(0, 5).map((need) => (
          <li key={need.key}>
            <button type="button" data-key={`need ${need.key}`} onClick={() => go(need.place, need.key)}>
              <span class="need-what" dir="auto">{need.what}</span>
              <span class="need-when"><span class="need-kind" dir="auto">{need.kind}</span> {need.due === null ? drillTime(need.since) : need.due > at ? t('time.left', duration(need.due - at)) : t('time.over')}</span>
            </button>
          </li>
        ))}
      </ul>
      {all.length > 5 && <p class="muted">{t('needs.more', all.length - 5)}</p>}
    </section>
  );
}
