import type { Mark } from '../contract/replay';
import { drillTimeSeconds } from '../clock/words';
import { t, word } from '../texts/texts';
import type { Deck } from './deck';
import type { Difference } from './differences';

/** Where two runs parted, by time: each goes to its moment in both. */
export function Differences({ deck, all, titles, onGone }: { deck: Deck; all: Difference[]; titles: [string, string]; onGone: () => void }) {
  return (
    <section class="differences" aria-labelledby="differences-title">
      <h2 id="differences-title">{t('replay.differences', all.length)}</h2>
      <ul class="plain moments-list" tabIndex={0} aria-labelledby="differences-title">
        {all.length === 0 && <li class="muted">{t('replay.no-differences')}</li>}
        {all.map((one) => (
          <li key={one.key}>
            <button type="button" class="moment difference" onClick={() => { deck.stop(); deck.go(one.at); onGone(); }}>
              <b dir="auto">{one.name}</b>
              <span><bdi>{titles[0]}</bdi>: {outcome(one.first)}</span>
              <span><bdi>{titles[1]}</bdi>: {outcome(one.second)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function outcome(mark: Mark | null) {
  return mark === null ? t('replay.never') : <><span class="ltr tabular">{drillTimeSeconds(mark.at)}</span> {word('replay-mark', mark.what)}{mark.state !== undefined && <>: <bdi>{mark.state}</bdi></>}</>;
}
