import type { ViewRecord } from '../contract/records';
import { drillTime } from '../clock/words';
import { t, word } from '../texts/texts';

/** What became of a record since somebody wrote about it without a link, in one sentence; empty when nothing did. */
export function sinceThen(before: string, now: ViewRecord | undefined, name: (seat: string) => string): string {
  if (before === JSON.stringify(now ?? null)) return '';
  if (now === undefined) return t('since.gone');
  const was = read(before);
  switch (now.kind) {
    case 'decision':
      if (now.state === 'lapsed') return t('since.lapsed', now.title, drillTime(now.deadlineAt ?? 0));
      if (now.state === 'taken') return t('since.decided', name(now.bySeat ?? ''), now.options.find((option) => option.id === now.option)?.name ?? '');
      return t('since.changed');
    case 'request': {
      const step = now.history.at(-1);
      const known = was?.kind === 'request' ? was.history.length : 0;
      return step === undefined || now.history.length <= known ? t('since.changed') : t('since.request', step.by, word('request-status', step.what), drillTime(step.at));
    }
    case 'action':
      return t('since.action', now.name, word('action-state', now.state), now.bySeat === undefined ? '' : name(now.bySeat));
    case 'evidence':
      return t('since.state', now.name, word('evidence-state', now.state));
    case 'court':
      return now.state === 'lapsed' ? t('since.lapsed', now.title, drillTime(now.deadlineAt ?? 0)) : t('since.state', now.title, word('court-state', now.state));
    default:
      return t('since.changed');
  }
}

function read(text: string): ViewRecord | null {
  try {
    return JSON.parse(text) as ViewRecord | null;
  } catch {
    return null;
  }
}
