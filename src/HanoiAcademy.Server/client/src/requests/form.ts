import type { RequestForm } from '../contract/records';

// What a preservation request can say. No field is compulsory on screen and nothing is marked wrong: the form does not do the thinking.
export const required = ['authority', 'offence', 'data', 'holder', 'necessity', 'mla-follows'] as const;
export const advised = ['identifiers-note', 'mla-date', 'confidential', 'do-not-tell-user'] as const;
export const header = [
  'own-reference', 'request-type', 'earlier-reference', 'person', 'telephone', 'hours', 'case-authority', 'second-contact', 'urgency', 'wanted-by', 'language',
] as const;
export const long: ReadonlySet<string> = new Set(['offence', 'data', 'necessity', 'mla-follows', 'identifiers-note', 'urgency', 'authority', 'holder']);

// All of them, the wrong ones too, always in this order.
export const channels = ['desk247', 'police', 'central-authority', 'diplomatic', 'interpol', 'fiu', 'provider-portal', 'served-order', 'bank-recall'];
export const bases = ['uncc', 'budapest', 'untoc', 'uncac', 'bilateral', 'reciprocity', 'police', 'voluntary', 'domestic'];
export const classes = ['subscriber', 'traffic', 'content'];
export const answers = ['grant', 'grant-in-part', 'grant-with-conditions', 'consult', 'return', 'forward', 'postpone', 'refuse'] as const;
export type AnswerKind = (typeof answers)[number];
export const grounds = [
  'not-in-conformity', 'essential-interests', 'barred-at-home', 'contrary-to-mla-law', 'dual-criminality', 'discriminatory-purpose', 'human-rights',
  'personal-data', 'political-offence', 'late-or-thin-evidence', 'de-minimis', 'bank-secrecy', 'fiscal-only',
];

export function emptyForm(from: string, attachments: string[]): RequestForm {
  return {
    kind: 'preservation', from, to: '', channel: '', basis: '',
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

export function fromUtcField(text: string): number | undefined {
  const ms = Date.parse(`${text}:00Z`);
  return Number.isNaN(ms) ? undefined : ms;
}

/** Which parts differ: field ids, and "to", "channel", "basis", "scope", "attachments". */
export function changed(before: RequestForm, after: RequestForm): Set<string> {
  const parts = new Set<string>();
  for (const id of new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])) if (before.fields[id] !== after.fields[id]) parts.add(id);
  for (const part of ['from', 'to', 'channel', 'basis', 'scope', 'attachments'] as const) if (JSON.stringify(before[part]) !== JSON.stringify(after[part])) parts.add(part);
  return parts;
}
