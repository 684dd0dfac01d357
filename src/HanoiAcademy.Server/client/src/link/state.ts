import { t } from '../texts/texts';
import { wallTime } from '../clock/words';

/** The link as a person is told of it. Shape and word, never colour alone. */
export type LinkState =
  | { kind: 'connecting' }
  | { kind: 'live'; slower: boolean }
  | { kind: 'catching'; done: number; total: number }
  | { kind: 'down'; since: number }
  | { kind: 'held' }
  | { kind: 'removed'; signedOut?: boolean };

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
    case 'removed': return t(link.signedOut === true ? 'link.signed-out' : 'link.removed');
  }
}

/** What is said aloud when the link changes: once when it goes, once when it is back; a try that fails is no change. */
export function linkSaid(before: LinkState, now: LinkState): string {
  if (before.kind === now.kind || before.kind === 'connecting' || now.kind === 'catching') return '';
  return linkWords(now, 0);
}
