import type { Session } from '../link/session';
import { isMine } from '../requests/todo';
import { t, word } from '../texts/texts';
import { fromName } from './names';
import type { Place } from './places';
import type { Reading } from './unread';

export interface Need {
  key: string;
  place: Place;
  /** What it is about, and what is wanted. */
  what: string;
  kind: string;
  since: number;
  due: number | null;
}

/** Decisions open, courts that wait, requests to answer or sign, calls and urgent news unread: by deadline, what has none after that, oldest first. */
export function needs(session: Session, { unread, rings }: Reading): Need[] {
  const decisions = session.all('decision')
    .filter((decision) => decision.state === 'open' && decision.canDecide)
    .map((decision): Need => ({
      key: `decision:${decision.id}`, place: 'feed', what: decision.title, kind: t('needs.decide'), since: decision.openedAt, due: decision.deadlineAt ?? null,
    }));
  const requests = session.all('request')
    .filter(isMine)
    .map((request): Need => ({
      key: `request:${request.id}`, place: 'requests', what: word('request-kind', request.form.kind), kind: word('request-status', request.status),
      since: request.history.at(-1)?.at ?? 0, due: request.dueAt ?? null,
    }));
  const questions = session.all('questionnaire')
    .filter((one) => one.canAnswer && one.answers === undefined)
    .map((one): Need => ({ key: `questionnaire:${one.id}`, place: 'feed', what: one.title, kind: t('needs.questionnaire'), since: one.openedAt, due: null }));
  const news = unread.value
    .filter(({ item }) => item.attention === 'urgent' || item.attention === 'call')
    .map(({ item }): Need => ({
      key: `feed:${item.id}`, place: 'feed', what: item.subject || fromName(item), kind: t(item.attention !== 'call' ? 'needs.urgent' : rings(item) ? 'needs.rings' : 'needs.call', fromName(item)), since: item.at, due: null,
    }));
  const courts = session.all('court')
    .filter((court) => court.canFile)
    .map((court): Need => ({ key: `court:${court.id}`, place: 'evidence', what: court.title, kind: t('needs.court'), since: court.askedAt, due: court.deadlineAt ?? null }));
  // After EndEx nothing can be decided, signed or filed any more; the hot wash asks.
  if (session.status === 'ended') return [...questions, ...news];
  return [...decisions, ...courts, ...requests, ...questions, ...news].sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity) || a.since - b.since);
}
