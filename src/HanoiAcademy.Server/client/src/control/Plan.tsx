import { Fragment } from 'preact';
import { useSignal } from '@preact/signals';
import type { PlanView } from '../contract/records';
import { drillTime } from '../clock/words';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';

/** The plan as a table. The Now line moves, the rows do not. */
export function Plan() {
  const session = useSession();
  const team = useSignal('');
  const rows = session.all('plan').sort((a, b) => a.n - b.n);
  const dated = rows.filter((row) => row.dated).sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.n - b.n);
  const others = rows.filter((row) => !row.dated);
  const shown = (row: PlanView) => team.value === '' || row.to.includes(team.value);
  const teams = [...new Set(session.all('tile').map((tile) => tile.name))];
  const at = session.clock.at.value;
  const nowBefore = dated.filter(shown).find((row) => (row.at ?? 0) > at)?.inject;
  return (
    <div class="plan">
      <h2 id="plan-title">{t('plan.title')}</h2>
      <label>{t('plan.team')} <select value={team.value} onChange={(event) => (team.value = event.currentTarget.value)}><option value="">{t('plan.all')}</option>{teams.map((name) => <option key={name} value={name}>{name}</option>)}</select></label>
      <div class="table-wrap" tabIndex={0} role="region" aria-labelledby="plan-title">
        <table>
          <thead><tr>{(['time', 'inject', 'to', 'channel', 'status', 'expected', 'act'] as const).map((head) => <th key={head} scope="col">{t(`plan.${head}`)}</th>)}</tr></thead>
          <tbody>
            {dated.filter(shown).map((row) => (
              <Fragment key={row.inject}>
                {row.inject === nowBefore && <NowLine at={at} />}
                <Row row={row} />
              </Fragment>
            ))}
            {nowBefore === undefined && <NowLine at={at} />}
            {others.filter(shown).map((row) => <Row key={row.inject} row={row} />)}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function NowLine({ at }: { at: number }) {
  return <tr class="now-line"><td colSpan={7}><b>{t('plan.now')} <span class="ltr">{drillTime(at)}</span></b></td></tr>;
}

function Row({ row }: { row: PlanView }) {
  return (
    <tr class={`plan-${row.status}`}>
      <td class="ltr">{row.at === undefined ? '–' : drillTime(row.at)}</td>
      <th scope="row">#{row.n} {row.title}</th>
      <td>{row.to}</td>
      <td>{word('channel', row.channel)}</td>
      <td>{word('plan-status', row.status)}</td>
      <td>{row.expected.map((one) => <div key={`${one.by} ${one.what} ${one.name}`}>{one.done ? '✓' : '○'} {one.by}: {word('expected', one.what)} {one.name}</div>)}</td>
      <td><RowActs row={row} /></td>
    </tr>
  );
}

/** Fire stands at the end of the row, skip in its menu: never side by side. The server holds a fire for five seconds. */
function RowActs({ row }: { row: PlanView }) {
  const session = useSession();
  const menu = useSignal(false);
  const playing = session.status === 'running' || session.status === 'paused';
  if (!playing || row.status === 'past') return null;
  const act = (kind: 'hold-back-inject' | 'release-inject' | 'skip-inject') => <ActButton place={`${kind}.${row.inject}`} label={t(`plan.${kind}`, row.title)} command={() => ({ kind, inject: row.inject })}>{t(`plan.${kind}-short`)}<span class="visually-hidden"> {row.title}</span></ActButton>;
  return (
    <div class="plan-acts">
      <button type="button" aria-expanded={menu.value} aria-label={t('plan.menu', row.title)} onClick={() => (menu.value = !menu.value)}>⋯</button>
      {menu.value && row.status !== 'skipped' && <>{row.status === 'held-back' ? act('release-inject') : act('hold-back-inject')}{act('skip-inject')}</>}
      {!menu.value && <ActButton place={`fire.${row.inject}`} label={t('plan.fire', row.title, row.to)} command={() => ({ kind: 'fire-inject', inject: row.inject })} />}
    </div>
  );
}
