import { drillTime, duration } from '../clock/words';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { toPeople } from './PlanRow';
import { nextInjects } from './timeline';

/** The next thing by the clock, as large as the clock; how soon, by the controller's own watch. */
export function Next() {
  const session = useSession();
  const next = session.one('next');
  const at = session.clock.at.value;
  if (next === undefined) return <span class="bar-next">{session.status === 'running' ? t('control.no-next') : ''}</span>;
  const speed = session.clock.view.value?.speed ?? 1;
  const n = session.one('plan', next.id)?.n;
  return (
    <span class="bar-next" data-testid="next" title={next.title}>
      <b class="tabular">{t('control.in', duration((next.at - at) / speed))}</b>{' '}
      <bdi class="next-what">{next.what === 'inject' ? (n === undefined ? '' : `#${n} `) : `${word('next', next.what)}: `}{next.title}{next.to !== '' && ` → ${next.to === '*' ? t('plan.everybody') : next.to}`}{next.people > 0 && ` ${`(${toPeople({ people: next.people, simulated: 0 })})`}`}</bdi>
    </span>
  );
}

/** On a phone: the next three, to walk about with. */
export function NextThree() {
  const session = useSession();
  const at = session.clock.at.value;
  const speed = session.clock.view.value?.speed ?? 1;
  const next = nextInjects(session.all('plan'), at, 3);
  return (
    <section class="next-three" aria-labelledby="next-title">
      <h2 id="next-title">{t('control.next-title')}</h2>
      {next.length === 0 && <p class="muted">{t('control.no-next')}</p>}
      <ol class="plain">
        {next.map((row) => <li key={row.inject}><b class="ltr">{drillTime(row.at ?? 0)}</b> {t('control.in', duration(((row.at ?? 0) - at) / speed))} <b>#{row.n} {row.title}</b> → {row.to === '*' ? t('plan.everybody') : row.to}</li>)}
      </ol>
    </section>
  );
}
