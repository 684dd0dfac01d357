import type { RequestView, Scope } from '../contract/records';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { scopeText } from './Answered';

/** Before data leave the house: exactly what goes, to whom, under which limits. */
export function Goes({ request, scope, conditions }: { request: RequestView; scope: Scope; conditions: string }) {
  const session = useSession();
  const what = scopeText(session, scope, request.names);
  const to = [request.fromName, request.fromState].filter(Boolean).join(', ');
  return (
    <section class="goes" aria-labelledby={`goes-${request.id}`}>
      <h4 id={`goes-${request.id}`}>{t('goes.title')}</h4>
      <dl>
        <dt>{t('goes.what')}</dt><dd class="written">{what === '' ? t('goes.nothing-named') : <bdi>{what.split('; ').join('\n')}</bdi>}</dd>
        <dt>{t('goes.to')}</dt><dd>{request.form.channel === '' ? to : t('goes.by', to, word('channel-of-request', request.form.channel))}</dd>
        <dt>{t('goes.limits')}</dt><dd class="written">{conditions.trim() === '' ? t('goes.no-limits') : conditions}</dd>
      </dl>
    </section>
  );
}
