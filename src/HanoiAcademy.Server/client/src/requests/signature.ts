import type { RequestStep, RequestView } from '../contract/records';

/** The edit that took a signature away, and the signature; null while it stands, or was given anew, or never was. */
export function voided(request: RequestView): { signed: RequestStep; edited: RequestStep } | null {
  if (request.status !== 'draft') return null;
  const at = request.history.findLastIndex((step) => step.what === 'authorised');
  const [signed, edited] = [request.history[at], request.history.slice(at + 1).find((step) => step.what === 'edited')];
  const back = request.history.slice(at + 1).some((step) => step.what === 'sent-back');
  return at < 0 || signed === undefined || edited === undefined || back ? null : { signed, edited };
}
