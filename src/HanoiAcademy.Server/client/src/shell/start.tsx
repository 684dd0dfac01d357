import { render, type ComponentChildren } from 'preact';
import { announce, Announcer } from '../attention/Announcer';
import { watchTyping } from '../attention/typing';
import type { Joined } from '../contract/messages';
import { connectTo } from '../link/hub';
import { Session } from '../link/session';
import { loadTexts } from '../texts/texts';
import { carry } from './Carried';
import { SessionContext } from './context';
import { languages, type Language } from './languages';
import { forgetMine, mine, sitsIn } from './mine';

/** What the page brings along in its data element, so that the first view needs no connection. */
interface StartData extends Partial<Joined> {
  drill?: string;
  texts?: string;
  language?: string;
  languages?: Language[];
  /** The seat is another's: a controller looks into its room. */
  looks?: boolean;
}

export async function start(screen: () => ComponentChildren, { control = false } = {}): Promise<void> {
  const root = document.getElementById('live');
  if (root === null) return;
  const data = JSON.parse(document.getElementById('start')?.textContent || '{}') as StartData;
  const drill = data.drill ?? location.pathname.split('/')[2] ?? '';
  const tag = document.documentElement.lang || 'en';
  const ui = document.documentElement.dataset['ui'] ?? tag;
  await loadTexts(data.texts ?? `/i18n/${encodeURIComponent(ui)}/client.json`, tag);
  languages.push(...(data.languages ?? []));
  sitsIn(drill, data.seat ?? '');
  const session = new Session(drill, connectTo('/hubs/drill'), { control, store: data.looks === true ? null : mine('outbox'), looks: data.looks === true ? (data.seat ?? null) : null });
  session.speaks = data.language ?? null;
  // Up to four rooms may stand beside a controller: they must not talk, nor clear what is his.
  if (data.looks !== true) {
    session.announce = announce;
    session.onRemoved = forgetMine;
  }
  if (data.team !== undefined && data.own !== undefined) session.take(data as Joined);
  watchTyping();
  document.body.classList.add('live');
  carry(root);
  root.replaceChildren();
  render(<SessionContext.Provider value={session}>{screen()}<Announcer /></SessionContext.Provider>, root);
  await session.run();
}
