import type { Deadline } from './todo';
import { language, t, word, type TextKey } from '../texts/texts';

const known: ReadonlySet<string> = new Set(['acknowledge', 'answer', 'progress', 'other-use', 'lapses', 'follow-up']);

/** A legal period as a sentence: who has how long to do what. */
export function deadlineSentence({ hold, request }: Deadline, left: string): string {
  if (hold !== undefined) {
    const state = request === undefined ? '' : request.direction === 'in' ? request.fromState : request.toState;
    const key = request?.direction === 'in' ? 'hold-for' : hold.followed ? 'hold' : 'hold-no-mla';
    return t(`deadline.${key}`, state, hold.name, left);
  }
  const side = request.direction === 'in' ? 'ours' : 'theirs';
  const other = side === 'ours' ? request.fromState || request.fromName : request.toState || request.toName;
  const short = word('kind-short', request.form.kind);
  const kind = short === request.form.kind ? inSentence(word('request-kind', short)) : short;
  const due = request.due ?? '';
  return known.has(due) ? t(`deadline.${side}.${due}` as TextKey, other, kind, left) : t('desk.due', word('request-due', due), other, left);
}

// English writes a kind small within a sentence; an abbreviation stays as it is, and other languages as their words are.
function inSentence(name: string): string {
  return language().startsWith('en') && /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
