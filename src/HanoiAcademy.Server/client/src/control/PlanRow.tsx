import { useSignal } from '@preact/signals';
import type { ExpectedView, PlanView } from '../contract/records';
import { drillTime, drillTimeSeconds, duration } from '../clock/words';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { Act } from './Act';
import { may } from './role';
import { RowDetails } from './RowDetails';
import { sign } from './Tick';
import { lateBy, type Reach, reachOf, undone } from './timeline';
import { initials, who } from './who';

/** One inject. Fire stands at the end of the row, skip in the menu that the row opens: never side by side. */
export function PlanRow({ row, isOpen, onOpen }: { row: PlanView; isOpen: boolean; onOpen: () => void }) {
  const session = useSession();
  const at = session.clock.at.value;
  const late = lateBy(row, at);
  return (
    <>
      <tr class={`plan-row plan-${row.status} ${late > 0 ? 'is-late' : ''} ${isOpen ? 'is-open' : ''}`} data-inject={row.inject}>
        <td class="ltr">{row.at === undefined ? '–' : drillTime(row.at)}</td>
        <th scope="row">
          <button type="button" class="row-title" aria-expanded={isOpen} onClick={onOpen}><span class="muted">#{row.n}</span> {row.title}</button>
          <span class="row-to">{word('channel', row.channel)} → {row.to === '*' ? t('plan.everybody') : row.to}</span>
        </th>
        <td><Status row={row} late={late} /><Expected acts={row.expected} /></td>
        <td class="plan-acts"><Claimed of={`plan:${row.inject}`} /><Fire row={row} onOpen={onOpen} isOpen={isOpen} /></td>
      </tr>
      {isOpen && <tr class="plan-details"><td colSpan={4}><RowDetails row={row} /></td></tr>}
    </>
  );
}

/** What became of it, in words; late and failed are said, never only coloured. */
function Status({ row, late }: { row: PlanView; late: number }) {
  const session = useSession();
  const left = undone(row);
  const waits = left > 0 && row.at !== undefined ? session.clock.at.value - row.at : 0;
  return (
    <span class="row-status">
      {row.status === 'past' && row.by !== undefined ? t('plan.fired-by', who(session, row.by, row.at), drillTimeSeconds(row.at ?? 0)) : word('plan-status', row.status)}
      {late > 0 && <b class="late"> ▲ {t('plan.late', duration(late))}</b>}
      {waits > 5 * 60_000 && <span class="late"> {t('plan.undone', left, duration(waits))}</span>}
    </span>
  );
}

/** What a good team does, ticked as teams do it. */
function Expected({ acts }: { acts: ExpectedView[] }) {
  if (acts.length === 0) return null;
  return (
    <ul class="expected">
      {acts.map((act) => (
        <li key={`${act.act ?? ''} ${act.by} ${act.what} ${act.name}`} class={act.done ? 'is-done' : ''}>
          <span aria-hidden="true">{act.found !== undefined ? sign(act.found) : act.done ? '✓' : '○'}</span><span class="visually-hidden">{act.found !== undefined ? word('found', act.found) : act.act !== undefined ? word('found', 'none') : act.done ? t('plan.done') : t('plan.not-done')}</span> {act.act === undefined ? <>{word('expected', act.what)} “{act.name}”</> : <bdi>{act.name}</bdi>} <span class="muted">({act.by})</span>
        </li>
      ))}
    </ul>
  );
}

/** The initials of the controller who works on it. */
export function Claimed({ of }: { of: string }) {
  const session = useSession();
  const claim = session.one('claim', of);
  if (claim === undefined || claim.seat === session.me.value.seat) return null;
  const name = who(session, claim.seat);
  return <span class="claimed" title={t('control.works-on', name)}><span aria-hidden="true">{initials(name)}</span><span class="visually-hidden">{t('control.works-on', name)}</span></span>;
}

/**
 * The server holds a fire for five seconds. From the keyboard it opens the row, where the same button says what it will do: Enter and
 * Space in a list must not send anything to forty people.
 */
function Fire({ row, isOpen, onOpen }: { row: PlanView; isOpen: boolean; onOpen: () => void }) {
  const session = useSession();
  const byKey = useSignal(false);
  if (!mayFire(session.status, row) || !may(session.me.value.seat, 'steer')) return null;
  const reach = reachOf(row.address, session.all('seat'));
  // A press without a pointer has no count of clicks. Undo stands in the same place and is let through.
  const guard = (event: MouseEvent) => {
    if (event.detail !== 0 || !(event.target as Element).closest('[data-place]')) return;
    event.stopPropagation();
    byKey.value = true;
    if (!isOpen) onOpen();
  };
  return (
    <span onClickCapture={guard}>
      <Act place={`fire.${row.inject}`} label={t('plan.fired', row.title)} command={() => ({ kind: 'fire-inject', inject: row.inject })}>
        {t('plan.fire')}<span class="fire-reach"> {toPeople(reach)}</span><span class="visually-hidden"> {row.title}</span>
      </Act>
      {byKey.value && isOpen && <span class="visually-hidden" role="status">{t('plan.opened')}</span>}
    </span>
  );
}

export function toPeople({ people, simulated }: Reach): string {
  if (people === 0 && simulated > 0) return t('plan.to-only-simulated', simulated);
  const persons = people === 1 ? t('plan.to-one') : t('plan.to-people', people);
  return simulated === 0 ? persons : t('plan.to-simulated', persons, simulated);
}

export function mayFire(status: string, row: PlanView): boolean {
  return (status === 'running' || status === 'paused') && row.status !== 'past';
}
