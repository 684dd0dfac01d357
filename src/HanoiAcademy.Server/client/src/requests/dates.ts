const written = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::\d{2})?)?(?:\s*(Z|UTC|[+-]\d{2}:?\d{2}))?$/i;

/** Fields whose form is checked: a date is a date, with its zone when it has a time. What it says is the writer's affair. */
export const dateFields: ReadonlySet<string> = new Set(['wanted-by']);

/** How a text reads as a date: as one, as one with a time that lacks its zone, or not at all. */
export function readDate(text: string): 'date' | 'no-zone' | 'none' {
  const found = written.exec(text.trim());
  if (found === null) return 'none';
  const [, year = '', month = '', day = '', hour, minute, zone] = found;
  const date = new Date(`${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}:00Z`);
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return 'none';
  return hour !== undefined && zone === undefined ? 'no-zone' : 'date';
}
