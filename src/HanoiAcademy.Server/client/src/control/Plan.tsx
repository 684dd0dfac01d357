import { Fragment } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PlanView } from '../contract/records';
import { drillTime, drillTimeSeconds } from '../clock/words';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { PlanRow } from './PlanRow';
import { localTeam, may } from './role';
import { timeline } from './timeline';
import { WriteInject } from './WriteInject';

const columns = 4;

/** The plan as a table. The Now line moves, the rows do not. */
export function Plan() {
  const session = useSession();
  const seat = session.me.value.seat;
  const team = useSignal(localTeam(seat) ?? '');
  const opened = useSignal<string | null>(null);
  const writes = useSignal(false);
  const now = useRef<HTMLTableRowElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const at = session.clock.at.value;
  const line = timeline(session.all('plan'), at, team.value);
  const teams = session.all('tile');
  const steers = may(seat, 'steer');
  // The table alone is moved, never the page.
  const toNow = () => {
    if (now.current === null || scroller.current === null) return;
    scroller.current.scrollTop = now.current.offsetTop - scroller.current.clientHeight / 2;
  };
  // Also when it gets its first height, or another one: a phone that is turned, a window made narrow and wide again.
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    let width = 0;
    const watcher = new ResizeObserver(() => {
      // A scroll bar that comes is no other width.
      if (Math.abs(box.clientWidth - width) > 40 && opened.peek() === null) toNow();
      width = box.clientWidth;
    });
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);
  const open = (row: PlanView) => {
    const before = opened.value;
    opened.value = before === row.inject ? null : row.inject;
    if (opened.value !== null) requestAnimationFrame(() => inSight(row.inject));
    // Who works on a row is seen by the others; nobody else is told.
    if (!steers || !session.canAct) return;
    if (before !== null) void session.outbox.act({ kind: 'leave-claim', key: `plan:${before}` });
    if (opened.value !== null && row.status !== 'past' && row.status !== 'skipped') void session.outbox.act({ kind: 'claim', key: `plan:${row.inject}` });
  };
  // What a row opens stands under it: where that lies below the edge, the row goes to the head of the table.
  const inSight = (inject: string) => {
    const box = scroller.current;
    const line = box?.querySelector<HTMLElement>(`tr[data-inject="${CSS.escape(inject)}"]`);
    const details = line?.nextElementSibling;
    if (box == null || line == null || !(details instanceof HTMLElement)) return;
    if (details.offsetTop + details.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = line.offsetTop - (box.querySelector('thead')?.clientHeight ?? 0);
  };
  const draw = (row: PlanView) => <PlanRow key={row.inject} row={row} isOpen={opened.value === row.inject} onOpen={() => open(row)} />;
  const nowLine = <tr class="now-line" ref={now} key="now"><td colSpan={columns}><b>▶ {t('plan.now')} <span class="ltr">{drillTimeSeconds(at)}</span></b></td></tr>;
  return (
    <section class="plan" aria-labelledby="plan-title">
      <div class="plan-head">
        <h2 id="plan-title">{t('plan.title')}</h2>
        {teams.length > 1 && (
          <label class="plan-filter"><span class="visually-hidden">{t('plan.team')}</span>
            <select value={team.value} onChange={(event) => (team.value = event.currentTarget.value)}>
              <option value="">{t('plan.all')}</option>
              {teams.map((one) => <option key={one.team} value={one.team}>{one.name}</option>)}
            </select>
          </label>
        )}
        <button type="button" onClick={toNow}>{t('plan.to-now')}</button>
        {steers && session.status !== 'ended' && <button type="button" aria-expanded={writes.value} onClick={() => (writes.value = !writes.value)}>{t('plan.write')}</button>}
      </div>
      {writes.value && session.status !== 'ended' && <WriteInject onDone={() => (writes.value = false)} />}
      <div class="plan-scroll" ref={scroller} tabIndex={0} role="group" aria-labelledby="plan-title" data-scrolls="plan">
        <table>
          <thead><tr><th scope="col"><bdi class="ltr">{t('plan.time')}</bdi></th><th scope="col">{t('plan.inject')}</th><th scope="col">{t('plan.status')}</th><th scope="col">{t('plan.act')}</th></tr></thead>
          <tbody>
            {line.dated.map((row) => <Fragment key={row.inject}>{row.inject === line.nowBefore && nowLine}{draw(row)}</Fragment>)}
            {line.nowBefore === null && nowLine}
            {line.waiting.length > 0 && <tr class="plan-part"><th scope="rowgroup" colSpan={columns}>{t('plan.waiting')}</th></tr>}
            {line.waiting.map(draw)}
            {line.byHand.length > 0 && <tr class="plan-part"><th scope="rowgroup" colSpan={columns}>{t('plan.by-hand')}</th></tr>}
            {line.byHand.map(draw)}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** "T+00:47". */
export function placeOf(row: PlanView): string {
  return row.at === undefined ? '–' : drillTime(row.at);
}
