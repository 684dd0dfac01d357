import { signal } from '@preact/signals';
import { drillTime } from '../clock/words';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { localTeam } from './role';
import { Tick } from './Tick';
import { type ToTick, toTick } from './ticks';

// Whom one watches stays while one looks at another tab.
const team = signal('');

/** What evaluators look for in the room: the expected acts of every inject that has come, the last inject first, what nobody has marked on top. */
export function Ticks() {
  const session = useSession();
  const teams = session.all('tile');
  const of = localTeam(session.me.value.seat) ?? team.value;
  const { open, marked } = toTick(session.all('plan'), of);
  return (
    <div class="ticks">
      {localTeam(session.me.value.seat) === null && teams.length > 1 && (
        <label>{t('control.tick-team')}{' '}
          <select value={of} onChange={(event) => (team.value = event.currentTarget.value)}>
            <option value="">{t('control.tick-all')}</option>
            {teams.map((one) => <option key={one.team} value={one.team}>{one.name}</option>)}
          </select>
        </label>
      )}
      {open.length === 0 && <p class="muted">{t('control.tick-none')}</p>}
      <List of={open} />
      {marked.length > 0 && <h3>{t('control.ticked', marked.length)}</h3>}
      <List of={marked} />
    </div>
  );
}

/** Under its inject's name. */
function List({ of }: { of: ToTick[] }) {
  const rows = [...new Set(of.map((one) => one.row))];
  return (
    <>
      {rows.map((row) => (
        <section key={row.inject} class="tick-inject">
          <h4>{row.at !== undefined && <span class="ltr">{drillTime(row.at)}</span>} <bdi>{row.title}</bdi> <span class="muted">→ {row.to === '*' ? t('plan.everybody') : row.to}</span></h4>
          <ul class="plain">{of.filter((one) => one.row === row).map((one) => <Tick key={one.act.act} of={one} />)}</ul>
        </section>
      ))}
    </>
  );
}
