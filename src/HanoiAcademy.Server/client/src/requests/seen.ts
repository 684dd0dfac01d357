import type { RequestForm, RequestView } from '../contract/records';
import { mine } from '../shell/mine';

const key = (id: string) => mine(`seen.${id}`);

/** The paper as this authoriser last judged it, so that what changed since is marked. */
export function lastSeen(request: RequestView): RequestForm | null {
  try {
    return JSON.parse(localStorage.getItem(key(request.id)) ?? 'null') as RequestForm | null;
  } catch {
    return null;
  }
}

export function remember(request: RequestView): void {
  localStorage.setItem(key(request.id), JSON.stringify(request.form));
}
