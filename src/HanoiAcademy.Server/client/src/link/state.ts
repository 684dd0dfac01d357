import { t } from '../texts/texts';
import { wallTime } from '../clock/words';

/** The link as a person is told of it. Shape and word, never colour alone. */
export type LinkState =
  | { kind: 'connecting' }
  | { kind: 'live'; slower: boolean }
  | { kind: 'catching'; done: number; total: number }
  | { kind: 'down'; since: number }
  | { kind: 'held' }
  | { kind: 'removed' };

export const shapes: Record<LinkState['kind'], string> = {
  connecting: '◐', live: '●', catching: '◐', down: '○', held: '✕', removed: '✕',
};

export function linkWords(link: LinkState, waiting: number): string {
  switch (link.kind) {
    case 'connecting': return t('link.connecting');
    case 'live': return link.slower ? t('link.slower') : t('link.live');
    case 'catching': return link.total > 1 ? t('link.catching-of', link.done, link.total) : t('link.catching');
    case 'down': return waiting === 0 ? t('link.down', wallTime(link.since)) : t('link.down-waiting', wallTime(link.since), waiting);
    case 'held': return t('link.held');
    case 'removed': return t('link.removed');
  }
}
