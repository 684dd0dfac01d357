import { useSignal } from '@preact/signals';
import { drillTimeSeconds } from '../clock/words';
import { isOver } from '../link/outbox';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { may } from './role';
import type { ToTick } from './ticks';
import { who } from './who';

const signs: Record<string, string> = { done: '✓', partly: '◐', 'not-done': '✗' };

export function sign(found: string): string {
  return signs[found] ?? '○';
}

/**
 * One expected act with what an evaluator can say of it. A press is the mark, and pressing it again takes it back; without a link it is kept with the moment
 * it was seen. A word may be added before or after.
 */
export function Tick({ of: { row, act } }: { of: ToTick }) {
  const session = useSession();
  const adds = useSignal(false);
  const text = useSignal(act.note ?? '');
  const place = `tick.${row.inject}.${act.act}`;
  const sent = session.outbox.at(place);
  const under = sent !== undefined && !isOver(sent) && sent.command.kind === 'mark-expected' ? sent.command.found : undefined;
  const now = under === 'open' ? undefined : (under ?? act.found);
  const mark = (one: string, note: string) => {
    adds.value = false;
    // A mark that is only given a word keeps the moment it was about.
    void session.outbox.act({ kind: 'mark-expected', inject: row.inject, act: act.act, found: one, note: note.trim(), seen: one === act.found ? (act.seen ?? session.clock.now()) : session.clock.now() }, { place });
  };
  const mayTick = may(session.me.value.seat, 'tick') && session.status !== 'lobby';
  return (
    <li class={`tick ${now === undefined ? '' : `tick-${now}`}`}>
      <span dir="auto">{act.name}</span> <span class="muted">({act.by})</span>
      {act.found !== undefined && under === undefined && (
        <span class="tick-found">{sign(act.found)} {word('found', act.found)} <span class="muted"><span class="ltr">{drillTimeSeconds(act.seen ?? 0)}</span>{act.seat !== undefined && `, ${who(session, act.seat, act.seen)}`}</span>{act.note !== undefined && <span class="written" dir="auto"> {act.note}</span>}</span>
      )}
      {mayTick && (
        <span class="tick-acts" role="group" aria-label={act.name}>
          {Object.keys(signs).map((one) => <button type="button" key={one} aria-pressed={now === one} onClick={() => mark(now === one ? 'open' : one, now === one ? '' : text.value)}><span aria-hidden="true">{sign(one)}</span> {word('found', one)}</button>)}
          <button type="button" class="btn-quiet" aria-expanded={adds.value} onClick={() => (adds.value = !adds.value)}>{t('control.tick-note')}</button>
        </span>
      )}
      {mayTick && adds.value && (
        <span class="tick-note">
          <label>{t('control.tick-note-text')} <textarea dir="auto" rows={2} maxLength={4000} value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} /></label>
          {now === undefined ? <span class="muted">{t('control.tick-note-with')}</span> : <button type="button" onClick={() => mark(now, text.value)}>{t('control.tick-note-keep')}</button>}
        </span>
      )}
      {sent?.fate === 'refused' && <span class="refusal">✕ {sent.refusal}</span>}
      {sent?.fate === 'queued' && <span class="outgoing">{t('control.tick-waits')}</span>}
    </li>
  );
}
