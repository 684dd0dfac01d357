import type { Noticed } from '../attention/ladder';
import type { RequestView } from '../contract/records';
import type { Session } from '../link/session';
import { t, word } from '../texts/texts';
import type { Place } from './places';

export interface Need {
  key: string;
  place: Place;
  what: string;
  since: number;
  due: number | null;
}

const acts: ReadonlySet<string> = new Set([
  'authorise-request', 'acknowledge-request', 'verify-request', 'answer-request', 'supplement-request', 'accept-conditions',
]);

/** A request needs this person when one of the acts open to him answers, signs or mends it. */
export function isMine(request: RequestView): boolean {
  return request.acts.some((act) => acts.has(act)) && !(request.status === 'draft' && request.direction !== 'in' && isBare(request));
}

// A draft that nobody has written into yet asks nobody for a signature.
function isBare(request: RequestView): boolean {
  return Object.values(request.form.fields).every((text) => text.trim() === '');
}

/** Decisions open, courts that wait, requests to answer or sign, calls and urgent news unread: by deadline, what has none after that, oldest first. */
export function needs(session: Session, unread: Noticed[]): Need[] {
  const decisions = session.all('decision')
    .filter((decision) => decision.state === 'open' && decision.canDecide)
    .map((decision): Need => ({
      key: `decision:${decision.id}`, place: 'feed', what: t('needs.decide', decision.title), since: decision.openedAt, due: decision.deadlineAt ?? null,
    }));
  const requests = session.all('request')
    .filter(isMine)
    .map((request): Need => ({
      key: `request:${request.id}`, place: 'requests', what: t('needs.request', word('request-kind', request.form.kind), word('request-status', request.status)),
      since: request.history.at(-1)?.at ?? 0, due: request.dueAt ?? null,
    }));
  const news = unread
    .filter(({ item }) => item.attention === 'urgent' || item.attention === 'call')
    .map(({ item }): Need => ({
      key: `feed:${item.id}`, place: 'feed', what: t(item.attention === 'call' ? 'needs.call' : 'needs.urgent', item.from, item.subject), since: item.at, due: null,
    }));
  const courts = session.all('court')
    .filter((court) => court.canFile)
    .map((court): Need => ({ key: `court:${court.id}`, place: 'evidence', what: t('needs.court', court.title), since: court.askedAt, due: court.deadlineAt ?? null }));
  return [...decisions, ...courts, ...requests, ...news].sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity) || a.since - b.since);
}
