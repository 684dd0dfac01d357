import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Command } from '../contract/commands';
import { drillTimeSeconds } from '../clock/words';
import { newId } from '../link/outbox';
import { Outgoing } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { noted, toJudge } from './noted';
import { localTeam, may } from './role';
import { Points } from './VoidScore';
import { who } from './who';

/** Two keys: E from anywhere comes here, Ctrl+Enter keeps what is written. Notes and marks alone wait for the link. */
export const notesField = 'note-text';

// What is begun stays while one looks at another tab.
const team = signal('');
const objective = signal('');
const level = signal('');
const text = signal('');
/** When it was seen: the moment the first word was typed. */
const seen = signal<number | null>(null);

export function Notes() {
  const session = useSession();
  const seat = session.me.value.seat;
  const teams = session.all('tile');
  const of = team.value || (localTeam(seat) ?? teams[0]?.team ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const judged = may(seat, 'mark') ? toJudge(session.all('objective'), of) : [];
  const chosen = judged.find((one) => one.id === objective.value);
  const complete = of !== '' && (text.value.trim() !== '' || level.value !== '');
  const keep = () => {
    if (!complete) return;
    const command: Command = level.value !== '' && chosen !== undefined
      ? { kind: 'mark-objective', objective: chosen.id, level: level.value, note: text.value.trim() }
      : { kind: 'write-note', note: `n-${newId().slice(0, 16)}`, team: of, text: text.value.trim(), seen: seen.value ?? session.clock.now(), ...(chosen === undefined ? {} : { objective: chosen.id }) };
    void session.outbox.act(command, { place: `note.${newId().slice(0, 8)}` });
    text.value = '';
    level.value = '';
    seen.value = null;
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    keep();
  };
  const list = noted(session.all('note'), session.all('objective'), '');
  const names = new Map(teams.map((one) => [one.team, one.name]));
  const waiting = session.outbox.acts.value.filter((act) => act.command.kind === 'write-note' || act.command.kind === 'mark-objective');
  return (
    <div class="notes" onKeyDown={onKey}>
      {may(seat, 'note') && (
        <div class="note-form">
          <div class="form-row">
            <label>{t('control.note-team')}
              <select value={of} onChange={(event) => {
                team.value = event.currentTarget.value;
                objective.value = '';
                level.value = '';
              }}>{teams.map((one) => <option key={one.team} value={one.team}>{one.name}</option>)}</select>
            </label>
            {judged.length > 0 && (
              <label>{t('control.note-rubric')}
                <select value={objective.value} onChange={(event) => {
                  objective.value = event.currentTarget.value;
                  level.value = '';
                }}>
                  <option value="">{t('control.note-no-rubric')}</option>
                  {judged.map((one) => <option key={one.id} value={one.id}>{one.level === undefined ? '' : '✓ '}{one.name}</option>)}
                </select>
              </label>
            )}
          </div>
          {chosen?.rubric !== undefined && (
            <fieldset class="levels">
              <legend>{t('control.note-mark', chosen.name)}</legend>
              {chosen.rubric.map((one) => <label key={one.id}><input type="radio" name="level" checked={(level.value || chosen.level) === one.id} onChange={() => (level.value = one.id)} /> <span><b>{t('control.points', one.points)}</b> {one.words}</span></label>)}
            </fieldset>
          )}
          <label>{t('control.note-text')} <span class="muted ltr">{drillTimeSeconds(seen.value ?? session.clock.at.value)}</span>
            <textarea id={notesField} ref={field} dir="auto" value={text.value} maxLength={4000} rows={2} onInput={(event) => {
              text.value = event.currentTarget.value;
              seen.value = text.value === '' ? null : (seen.value ?? session.clock.now());
            }} />
          </label>
          <button type="button" class="btn-primary note-keep" disabled={!complete} onClick={keep}>{level.value === '' ? t('control.note-keep') : t('control.mark-keep')} <kbd class="ltr">Ctrl+Enter</kbd></button>
          {waiting.map((act) => <p key={act.id}><Outgoing id={act.id} /></p>)}
        </div>
      )}
      {of !== '' && <Points key={of} team={of} name={names.get(of) ?? of} />}
      <h3>{t('control.noted', list.length)}</h3>
      <ul class="plain noted">
        {list.map((one) => (
          <li key={one.id}>
            <span class="ltr">{drillTimeSeconds(one.at)}</span> <b>{names.get(one.team) ?? one.team}</b>{one.objective !== undefined && ` · ${one.objective}`}
            {one.level !== undefined && <span> <b>{t('control.points-of', one.points ?? 0, one.of ?? 0)}</b> {one.voided === true ? <><s>{one.level}</s> ({word('objective-state', 'voided')})</> : one.level}</span>}
            {one.text !== '' && <span class="written" dir="auto"> {one.text}</span>}
            {one.seat !== undefined && <span class="muted"> ({who(session, one.seat, one.at)})</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
