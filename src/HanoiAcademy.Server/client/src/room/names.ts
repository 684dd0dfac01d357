import type { FeedView } from '../contract/records';
import { t } from '../texts/texts';

export const control = 'control';

/** Control has no name in the scenario: the screen gives it one. */
export function fromName(item: FeedView): string {
  return item.from !== '' || item.fromContact !== control || item.own ? item.from : t('compose.control');
}

export function toName(item: FeedView): string {
  if (item.to === '*') return t('message.everyone');
  return item.to === '' && item.fromContact === control && item.own ? t('compose.control') : item.to;
}
