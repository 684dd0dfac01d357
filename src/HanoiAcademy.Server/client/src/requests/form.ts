import type { FormView, RequestForm } from '../contract/records';
import type { Session } from '../link/session';
import { t } from '../texts/texts';

/** A form of no kind that this drill knows: nothing to draw, nothing to choose. It is there for the moment before the view arrives. */
const blank: FormView = { kind: 'form', id: '', fields: [], header: [], channels: [], bases: [], classes: [], answers: [], grounds: [], asksProperty: false, law: [] };

/** What a request of its kind can say, as the server tells it. No field is compulsory on screen and nothing is marked wrong: the form does not do the thinking. */
export function formOf(session: Session, kind: string): FormView {
  return session.one('form', kind) ?? blank;
}

/** The kinds on offer, in the order of their names' list. */
export function kindsOf(session: Session): string[] {
  return session.all('form').map((form) => form.id);
}

export const required = (form: FormView) => form.fields.filter((field) => !field.advised);
export const advised = (form: FormView) => form.fields.filter((field) => field.advised);

/** In the header these take several lines. */
export const longHeader: ReadonlySet<string> = new Set(['urgency']);

/** TLP 2.0, as the paper carries it. */
export const tlps = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'];

export type Move = 'grant' | 'tell' | 'return' | 'consult' | 'forward' | 'postpone' | 'refuse';
const moves: Record<string, Move> = {
  'nil': 'tell', 'moved-on': 'tell', 'paid-out': 'tell', 'not-found': 'tell', 'return': 'return', 'order-needed': 'return',
  'consult': 'consult', 'forward': 'forward', 'postpone': 'postpone', 'refuse': 'refuse', 'not-an-emergency': 'refuse', 'needs-mla': 'refuse', 'coordinate': 'refuse',
};

/** Which fields an answer needs follows from what it does. */
export const moveOf = (answer: string): Move => moves[answer] ?? 'grant';

export function emptyForm(kind: string, from: string, attachments: string[]): RequestForm {
  return {
    kind, from, to: '', channel: '', basis: '',
    scope: { dataSets: [], classes: [], identifiers: [] },
    fields: {}, attachments,
  };
}

export function withField(form: RequestForm, id: string, text: string): RequestForm {
  const fields = { ...form.fields, [id]: text };
  if (text === '') delete fields[id];
  return { ...form, fields };
}

/** A moment in UTC as the date field writes it, and back. */
export function toUtcField(ms: number | undefined): string {
  return ms === undefined ? '' : new Date(ms).toISOString().slice(0, 16);
}

/** The same to be read; a period may be open at one end. */
export function utc(ms: number | undefined): string {
  return ms === undefined ? t('form.open-end') : toUtcField(ms).replace('T', ' ');
}

export function fromUtcField(text: string): number | undefined {
  const ms = Date.parse(`${text}:00Z`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** Which parts differ: field ids, and "to", "channel", "basis", "scope", "attachments". */
export function changed(before: RequestForm, after: RequestForm): Set<string> {
  const parts = new Set<string>();
  for (const id of new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])) if (before.fields[id] !== after.fields[id]) parts.add(id);
  for (const part of ['kind', 'from', 'to', 'channel', 'basis', 'scope', 'attachments'] as const) if (canonical(before[part]) !== canonical(after[part])) parts.add(part);
  return parts;
}

// The server writes what is absent and what is empty alike, and in an order of its own.
function canonical(part: RequestForm[keyof RequestForm]): string {
  if (typeof part === 'string' || Array.isArray(part)) return JSON.stringify(part);
  return JSON.stringify(Object.entries(part).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
