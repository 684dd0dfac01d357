import { render } from 'preact';
import { Announcer } from '../attention/Announcer';
import { languages, type Language } from '../shell/languages';
import { loadTexts } from '../texts/texts';
import { Deck } from './deck';
import { Player } from './player';
import { ReplayScreen } from './ReplayScreen';
import type { ForkChoice } from './Fork';

/** What the page brings along. */
export interface ReplayStart {
  drill: string;
  texts: string;
  language: string;
  languages?: Language[];
  /** Other runs of the same scenario that this person may look back on. */
  runs?: { drill: string; title: string }[];
  fork?: ForkChoice;
}

export async function startReplay(): Promise<void> {
  const root = document.getElementById('live');
  const data = JSON.parse(document.getElementById('start')?.textContent || 'null') as ReplayStart | null;
  if (root === null || data === null) return;
  await loadTexts(data.texts, document.documentElement.lang || 'en');
  languages.push(...(data.languages ?? []));
  const asked = new URLSearchParams(location.search);
  const deck = new Deck();
  const player = new Player(data.drill, data.language);
  const at = Number(asked.get('at') ?? 0);
  await player.open(asked.get('seat'), Number.isFinite(at) ? at : 0);
  deck.players.value = [player];
  deck.at.value = Math.min(Math.max(0, Number.isFinite(at) ? at : 0), deck.length.value);
  document.body.classList.add('live');
  root.replaceChildren();
  render(<><ReplayScreen deck={deck} start={data} /><Announcer /></>, root);
  // What is to be seen first stands; now what makes it easy to find one's way.
  void player.session.meet();
  await player.loadMarks();
  const objective = asked.get('objective');
  const mark = objective === null ? undefined : player.marks.value.find((one) => one.key === `objective:${objective}`);
  if (mark !== undefined) deck.go(mark.at);
  const beside = asked.get('beside');
  if (beside !== null) await addBeside(deck, beside, data.language);
}

/** Another run of the scenario on the same slider. */
export async function addBeside(deck: Deck, drill: string, speaks: string): Promise<void> {
  const first = deck.players.value[0];
  if (first === undefined) return;
  const other = new Player(drill, speaks);
  // The same seat, where one may look through it there too; else one's own.
  const seat = first.index.value?.teamRole === undefined ? null : first.index.value.seat;
  await other.open(seat, deck.at.value).catch(() => other.open(null, deck.at.value)).catch((error: unknown) => {
    other.failed.value = error instanceof Error ? error.message : '';
  });
  deck.players.value = [first, other];
  if (other.index.value === null) return;
  void other.session.meet();
  await other.loadMarks();
}
