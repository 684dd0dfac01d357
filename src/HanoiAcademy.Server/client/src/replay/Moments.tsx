import { useSignal } from '@preact/signals';
import type { Mark } from '../contract/replay';
import { drillTimeSeconds } from '../clock/words';
import { t } from '../texts/texts';
import type { Deck } from './deck';
import { type Group, groupOf, groups, markWords } from './words';

/** As many stand in the list at once; the rest is a press away, or chosen among. */
const most = 200;

/** The same as the ticks say, as a list: each goes to its moment. */
export function Moments({ deck, marks, onGone }: { deck: Deck; marks: readonly Mark[]; onGone: () => void }) {
  const group = useSignal<Group | ''>('');
  const all = useSignal(false);
  const chosen = marks.filter((mark) => group.value === '' || groupOf(mark) === group.value);
  const shown = all.value ? chosen : chosen.slice(0, most);
  const here = shown.findLastIndex((mark) => mark.at <= deck.at.value);
  return (
    <section class="moments" aria-labelledby="moments-title">
      <div class="moments-head">
        <h2 id="moments-title">{t('replay.moments', chosen.length)}</h2>
        <label><span class="visually-hidden">{t('replay.which')}</span>
          <select value={group.value} onChange={(event) => (group.value = event.currentTarget.value as Group | '')}>
            <option value="">{t('replay.group.all')}</option>
            {groups.map((one) => <option key={one} value={one}>{t(`replay.group.${one}`)}</option>)}
          </select>
        </label>
      </div>
      <ul class="plain moments-list" tabIndex={0} aria-labelledby="moments-title">
        {chosen.length === 0 && <li class="muted">{t('replay.no-moments')}</li>}
        {shown.map((mark, n) => (
          <li key={n}>
            <button type="button" class={`moment moment-${mark.what}`} aria-current={n === here ? 'true' : undefined} onClick={() => { deck.stop(); deck.go(mark.at); onGone(); }}>
              <span class="ltr tabular">{drillTimeSeconds(mark.at)}</span> <span dir="auto">{markWords(mark)}</span>
            </button>
          </li>
        ))}
        {chosen.length > shown.length && <li><button type="button" onClick={() => (all.value = true)}>{t('replay.more-moments', chosen.length - shown.length)}</button></li>}
      </ul>
    </section>
  );
}
