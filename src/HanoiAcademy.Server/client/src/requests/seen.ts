import type { RequestForm, RequestView } from '../contract/records';
import { mine } from '../shell/mine';
import { textOf } from './editor';
import { changed } from './form';

const key = (id: string) => mine(`seen.${id}`);

/** The paper as this person last had it before him, so that what changed since is marked. */
export function lastSeen(id: string): RequestForm | null {
  try {
    return JSON.parse(localStorage.getItem(key(id)) ?? 'null') as RequestForm | null;
  } catch {
    return null;
  }
}

export function remember(request: RequestView): void {
  localStorage.setItem(key(request.id), JSON.stringify(textOf(request)));
}

/** Parts to mark; the scope's own parts one by one, since each stands in a line of its own. */
export function marksSince(before: RequestForm | null, now: RequestForm): ReadonlySet<string> {
  if (before === null) return new Set();
  const parts = changed(before, now);
  if (parts.delete('scope')) for (const part of scopeParts(before, now)) parts.add(part);
  return parts;
}

function scopeParts({ scope: a }: RequestForm, { scope: b }: RequestForm): string[] {
  const same = (x: unknown, y: unknown) => JSON.stringify(x ?? []) === JSON.stringify(y ?? []);
  return [
    ...(same(a.dataSets, b.dataSets) && same(a.property, b.property) ? [] : ['scope']),
    ...(same(a.classes, b.classes) ? [] : ['classes']),
    ...(same(a.identifiers, b.identifiers) ? [] : ['identifiers']),
    ...(a.fromUtc === b.fromUtc && a.toUtc === b.toUtc ? [] : ['period']),
    ...(a.amount === b.amount ? [] : ['amount']),
  ];
}
