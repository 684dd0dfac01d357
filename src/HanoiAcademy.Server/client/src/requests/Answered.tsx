import type { RequestView, Scope } from '../contract/records';
import type { Session } from '../link/session';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { utc } from './form';

/** What the receiver said, with his reasons; what he handed over, with its hash. */
export function Answered({ request }: { request: RequestView }) {
  const session = useSession();
  if (request.answer === undefined && request.missing.length === 0) return null;
  return (
    <div class="notice answered">
      {request.answer !== undefined && <p><b>{t('paper.answer', word('answer', request.answer))}</b>{request.ground !== undefined && request.ground !== '' && <> {t('paper.ground', word('ground', request.ground))}</>}</p>}
      {request.missing.length > 0 && <p>{t('paper.missing', request.missing.map((id) => word('field', id)).join('; '))}</p>}
      {request.reasons !== undefined && request.reasons !== '' && <p class="written">{request.reasons}</p>}
      {request.narrower !== undefined && <p class="written">{t('paper.narrower', scopeText(session, request.narrower, request.names))}</p>}
      {request.conditions !== undefined && request.conditions !== '' && <p class="written">{t('paper.conditions', request.conditions)}</p>}
      {request.handed.length > 0 && <ul>{request.handed.map((one) => <li key={one.dataSet}>{one.name}{one.sha256 !== undefined && <> <code class="hash ltr">SHA-256 {one.sha256}</code></>}</li>)}</ul>}
      {request.otherUse !== undefined && <p>{t('paper.other-use', word('other-use', request.otherUse), request.otherPurpose ?? '')}</p>}
    </div>
  );
}

/** A scope in words: what, how much, which class, whose, from when to when. */
export function scopeText(session: Session, scope: Scope, names: Record<string, string> = {}): string {
  const data = scope.dataSets.map((id) => names[id] ?? session.one('data', id)?.name ?? id);
  const properties = (scope.property ?? []).map((id) => names[id] ?? session.one('property', id)?.name ?? id);
  const period = scope.fromUtc === undefined && scope.toUtc === undefined ? [] : [`${utc(scope.fromUtc)} – ${utc(scope.toUtc)} UTC`];
  const sum = scope.amount === undefined ? [] : [t('form.sum-of', scope.amount)];
  return [...data, ...properties, ...sum, ...scope.classes.map((one) => word('data-class', one)), ...scope.identifiers, ...period].join('; ');
}
