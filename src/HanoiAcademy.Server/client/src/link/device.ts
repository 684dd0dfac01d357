import { newId } from './outbox';

const key = 'academy.device';

/** This browser, told apart from another one at which the same person sits; it means nothing to anybody else. */
export function device(): string {
  try {
    const kept = localStorage.getItem(key) ?? newId().slice(0, 12);
    localStorage.setItem(key, kept);
    return kept;
  } catch {
    return newId().slice(0, 12);
  }
}
