import type { InputView } from '../contract/records';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { draft } from './drafts';

/** What stands in the fields, by field id; what is empty is left out. */
export function filled(fields: InputView[], key: string): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.id, draft(`${key}.${field.id}`).value.trim()]).filter(([, text]) => text !== ''));
}

export function clearInputs(fields: InputView[], key: string): void {
  for (const field of fields) draft(`${key}.${field.id}`).value = '';
}

/** The fields of a questionnaire or of an action's form: each is kept while it is written. Only their form is checked, and on the server. */
export function Inputs({ fields, of }: { fields: InputView[]; of: string }) {
  return <>{fields.map((field) => <Input key={field.id} field={field} of={of} />)}</>;
}

function Input({ field, of }: { field: InputView; of: string }) {
  const text = draft(`${of}.${field.id}`);
  const label = <>{field.name}{field.required && <span class="muted"> {t('inputs.required')}</span>}</>;
  const set = (value: string) => (text.value = value);
  const { min, max } = field;
  switch (field.fieldKind) {
    case 'choice':
      return <Radios label={label} name={`${of}.${field.id}`} value={text.value} options={field.choices.map(({ id, name }) => [id, name])} set={set} />;
    case 'scale':
      return <Radios label={label} name={`${of}.${field.id}`} value={text.value} options={scale(min ?? 1, max ?? 5).map((n) => [n, n])} set={set} inline />;
    case 'number':
      return <label class="field">{label}{bounds(min, max)}<input inputMode="numeric" maxLength={20} value={text.value} onInput={(event) => set(event.currentTarget.value)} /></label>;
    case 'time':
      return <Time label={label} value={text.value} set={set} />;
    case 'identifier':
      return <label class="field">{label}<input class="ltr" maxLength={200} spellcheck={false} value={text.value} onInput={(event) => set(event.currentTarget.value)} /></label>;
    default:
      return <label class="field">{label}<textarea rows={3} maxLength={max ?? 4000} value={text.value} onInput={(event) => set(event.currentTarget.value)} /></label>;
  }
}

interface RadiosProps {
  label: preact.ComponentChildren;
  name: string;
  value: string;
  options: [string, string][];
  set: (value: string) => void;
  inline?: boolean;
}

function Radios({ label, name, value, options, set, inline }: RadiosProps) {
  return (
    <fieldset class={inline === true ? 'choices scale' : 'choices'}>
      <legend>{label}</legend>
      {options.map(([id, words]) => <label key={id} class="choice"><input type="radio" name={name} checked={value === id} onChange={() => set(id)} /> {words}</label>)}
    </fieldset>
  );
}

/** A moment has its zone: the team's own. */
function Time({ label, value, set }: { label: preact.ComponentChildren; value: string; set: (value: string) => void }) {
  const view = useSession().clock.view.value;
  const minutes = view?.offsetMinutes ?? 0;
  const two = (n: number) => String(n).padStart(2, '0');
  const zone = `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return (
    <label class="field">{label} <span class="muted">{view?.zoneName ?? 'UTC'}</span>
      <input type="datetime-local" value={value.slice(0, 16)} onChange={(event) => set(event.currentTarget.value === '' ? '' : event.currentTarget.value + zone)} />
    </label>
  );
}

const scale = (from: number, to: number) => Array.from({ length: Math.min(20, Math.max(1, to - from + 1)) }, (_, n) => String(from + n));

function bounds(min: number | undefined, max: number | undefined) {
  return min === undefined && max === undefined ? null : <span class="muted"> {t('inputs.bounds', min ?? '…', max ?? '…')}</span>;
}
