import type { Mark } from '../contract/replay';
import { drillTimeSeconds } from '../clock/words';
import { t, word } from '../texts/texts';
import type { Deck } from './deck';
import type { Difference } from './differences';

/** Where two runs parted, by time. Each run's outcome goes to its own moment; one slider moves both. */
export function Differences({ deck, all, titles, onGone }: { deck: Deck; all: Difference[]; titles: [string, string]; onGone: () => void }) {
  const go = (at: number) => {
    deck.stop();
    deck.go(at);
    onGone();
  };
  return (
    <section class="differences" aria-labelledby="differences-title">
      <h2 id="differences-title">{t('replay.differences', all.length)}</h2>
      <ul class="plain moments-list" tabIndex={0} aria-labelledby="differences-title">
        {all.length === 0 && <li class="muted">{t('replay.no-differences')}</li>}
        {all.map((one) => (
          <li key={one.key} class="differing">
            <b dir="auto">{one.name}</b>
            <Outcome run={titles[0]} mark={one.first} onGo={go} />
            <Outcome run={titles[1]} mark={one.second} onGo={go} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What never happened is at no moment that one could go to. */
function Outcome({ run, mark, onGo }: { run: string; mark: Mark | null; onGo: (at: number) => void }) {
  if (mark === null) return <span class="never"><bdi>{run}</bdi>: {t('replay.never')}</span>;
  return (
    <button type="button" class={`moment moment-${mark.what} difference`} onClick={() => onGo(mark.at)}>
      <span><bdi>{run}</bdi>: <span class="ltr tabular">{drillTimeSeconds(mark.at)}</span> {word('replay-mark', mark.what)}{mark.state !== undefined && <>: <bdi>{mark.state}</bdi></>}</span>
    </button>
  );
}
