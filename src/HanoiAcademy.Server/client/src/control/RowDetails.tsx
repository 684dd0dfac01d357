import { useSignal } from '@preact/signals';
import type { PlanView } from '../contract/records';
import { drillTime, duration } from '../clock/words';
import { useSession } from '../shell/context';
import { language, t, word } from '../texts/texts';
import { Act } from './Act';
import { Addressees } from './Addressees';
import { mayFire, toPeople } from './PlanRow';
import { may } from './role';
import { Tick } from './Tick';
import { ticks } from './ticks';
import { type Reach, reachOf, readTime } from './timeline';

type Open = 'none' | 'move' | 'edit' | 'correct' | 'skip';

/** What an inject says, and everything that can be done with it. */
export function RowDetails({ row }: { row: PlanView }) {
  const session = useSession();
  const open = useSignal<Open>('none');
  const toggle = (what: Open) => (open.value = open.value === what ? 'none' : what);
  const status = session.status;
  const steers = may(session.me.value.seat, 'steer') && status !== 'ended' && status !== 'none';
  const reach = reachOf(row.address, session.all('seat'));
  const to = row.to === '*' ? t('plan.everybody') : row.to;
  const coming = row.status !== 'past' && row.status !== 'skipped';
  const movable = coming && row.status !== 'passed-over' && row.status !== 'not-drawn';
  const playing = status === 'running' || status === 'paused';
  const Toggle = ({ what }: { what: Exclude<Open, 'none'> }) => <button type="button" aria-expanded={open.value === what} onClick={() => toggle(what)}>{t(`plan.${what}`)}</button>;
  return (
    <div class="row-details">
      {(row.controller !== undefined || row.notes !== undefined) && (
        <div class="row-notes">
          {row.controller !== undefined && <p dir="auto"><b>{t('control.responsible', row.controller)}</b></p>}
          {row.notes !== undefined && <p class="written" dir="auto">{row.notes}</p>}
        </div>
      )}
      <Words row={row} />
      {ticks(row).length > 0 && may(session.me.value.seat, 'tick') && status !== 'lobby' && status !== 'none' && <ul class="plain row-ticks" aria-label={t('control.tab-ticks')}>{ticks(row).map((one) => <Tick key={one.act.act} of={one} />)}</ul>}
      {steers && (
        <div class="details-acts">
          {mayFire(status, row) && (
            <Act primary place={`fire-open.${row.inject}`} label={t('plan.fired', row.title)} command={() => ({ kind: 'fire-inject', inject: row.inject })}>{t('plan.fire-now', to, toPeople(reach), word('channel', row.channel))}</Act>
          )}
          {row.status === 'held-back' && <Act place={`release.${row.inject}`} label={t('plan.released', row.title)} command={() => ({ kind: 'release-inject', inject: row.inject })}>{t('plan.release')}</Act>}
          {(row.status === 'due' || row.status === 'waiting') && <Act place={`hold.${row.inject}`} label={t('plan.held', row.title)} command={() => ({ kind: 'hold-back-inject', inject: row.inject })}>{t('plan.hold')}</Act>}
          {movable && <Toggle what="move" />}
          {coming && <Toggle what="edit" />}
          {row.status === 'past' && playing && <Toggle what="correct" />}
          {movable && <Toggle what="skip" />}
        </div>
      )}
      {steers && open.value === 'move' && movable && <Move row={row} onDone={() => (open.value = 'none')} />}
      {steers && open.value === 'edit' && coming && <Edit row={row} onDone={() => (open.value = 'none')} />}
      {steers && open.value === 'correct' && <Correct row={row} to={to} reach={reach} onDone={() => (open.value = 'none')} />}
      {steers && open.value === 'skip' && movable && (
        <div class="details-form">
          <p>{t('plan.skip-what')}</p>
          <Act danger place={`skip.${row.inject}`} label={t('plan.skipped', row.title)} command={() => ({ kind: 'skip-inject', inject: row.inject })}>{t('plan.skip-now', row.title)}</Act>
        </div>
      )}
    </div>
  );
}

/** As its receivers will read it, or have read it. */
function Words({ row }: { row: PlanView }) {
  const session = useSession();
  const coming = session.one('inject', row.inject);
  const came = session.one('feed', row.inject);
  const text = coming ?? came;
  if (text === undefined) return null;
  const corrections = session.all('feed').filter((item) => item.corrects === row.inject);
  return (
    <div class="row-words" tabIndex={0} role="group" aria-label={t('plan.words', row.title)}>
      <p class="muted">{t('plan.from', text.from)} · TLP:{text.tlp} · {word('attention', text.attention)}{coming !== undefined && coming.variants > 0 && ` · ${t('plan.variants', coming.variants)}`}{coming !== undefined && coming.attachments > 0 && ` · ${t('plan.attachments', coming.attachments)}`}</p>
      <p dir="auto"><b>{text.subject}</b></p>
      {text.html !== undefined ? <div class="authored" dir="auto" dangerouslySetInnerHTML={{ __html: text.html }} /> : <p class="written" dir="auto">{text.text}</p>}
      {corrections.map((item) => <p key={item.id} class="correction" dir="auto"><b>{t('plan.correction', drillTime(item.at))}</b> {item.text}</p>)}
    </div>
  );
}

const steps = [5, 10, 30];

function Move({ row, onDone }: { row: PlanView; onDone: () => void }) {
  const session = useSession();
  const from = Math.max(row.at ?? 0, session.clock.now());
  const typed = useSignal('');
  const due = readTime(typed.value);
  const now = session.clock.at.value;
  const send = (to: number, place: string, label: string) => <Act key={place} place={`${place}.${row.inject}`} label={t('plan.moved', row.title)} command={() => ({ kind: 'move-inject', inject: row.inject, due: to })} onAnswer={(answer) => answer?.status === 'accepted' && onDone()}>{label}</Act>;
  return (
    <div class="details-form">
      <p>{steps.map((minutes) => send(from + minutes * 60_000, `move-${minutes}`, t('plan.later', minutes)))}</p>
      <label>{t('plan.move-to')} <input class="ltr" inputMode="numeric" placeholder={drillTime(from).slice(2)} value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} /></label>
      {typed.value !== '' && (due === null || due < now) && <p class="refusal">{t('plan.bad-time')}</p>}
      {due !== null && due >= now && send(due, 'move', t('plan.move-now', drillTime(due), duration(due - now)))}
    </div>
  );
}

function Edit({ row, onDone }: { row: PlanView; onDone: () => void }) {
  const session = useSession();
  const was = session.one('inject', row.inject);
  const before = was?.text ?? plain(was?.html);
  const subject = useSignal(was?.subject ?? '');
  const body = useSignal(before);
  const to = useSignal<readonly string[]>(row.address);
  const changed = subject.value !== was?.subject || body.value !== before || to.value.join() !== row.address.join();
  const command = () => ({
    kind: 'edit-inject' as const,
    inject: row.inject,
    to: to.value.join() === row.address.join() ? [] : [...to.value],
    ...(subject.value === was?.subject ? {} : { subject: { [language()]: subject.value } }),
    ...(body.value === before ? {} : { body: { [language()]: body.value } }),
  });
  return (
    <div class="details-form">
      <Addressees to={to} />
      <label>{t('plan.subject')} <input dir="auto" value={subject.value} maxLength={500} onInput={(event) => (subject.value = event.currentTarget.value)} /></label>
      <label>{t('plan.body')} <textarea dir="auto" value={body.value} maxLength={4000} onInput={(event) => (body.value = event.currentTarget.value)} /></label>
      {was?.html !== undefined && body.value !== before && <p class="muted">{t('plan.plain')}</p>}
      <Act primary place={`edit.${row.inject}`} label={t('plan.edited', row.title)} disabled={!changed || to.value.length === 0 || body.value.trim() === '' || subject.value.trim() === ''} command={command} onAnswer={(answer) => answer?.status === 'accepted' && onDone()}>{t('plan.edit-now', row.title)}</Act>
    </div>
  );
}

function Correct({ row, to, reach, onDone }: { row: PlanView; to: string; reach: Reach; onDone: () => void }) {
  const text = useSignal('');
  return (
    <div class="details-form">
      <p>{t('plan.correct-what')}</p>
      <label>{t('plan.correction-text')} <textarea dir="auto" value={text.value} maxLength={4000} onInput={(event) => (text.value = event.currentTarget.value)} /></label>
      <Act primary place={`correct.${row.inject}`} label={t('plan.corrected', row.title)} disabled={text.value.trim() === ''} command={() => ({ kind: 'correct-inject', inject: row.inject, body: { [language()]: text.value } })} onAnswer={(answer) => {
        if (answer?.status !== 'accepted') return;
        text.value = '';
        onDone();
      }}>{t('plan.correct-now', to, toPeople(reach))}</Act>
    </div>
  );
}

/** An author's text for a field: its words alone. */
function plain(html: string | undefined): string {
  if (html === undefined) return '';
  const blocks = html.replace(/<\/(p|li|h\d|tr|blockquote)>/g, '$&\n\n').replace(/<br\s*\/?>/g, '\n');
  return (new DOMParser().parseFromString(blocks, 'text/html').body.textContent ?? '').replace(/\n{3,}/g, '\n\n').trim();
}
