import type { Mark } from '../contract/replay';
import { drillTimeSeconds } from '../clock/words';
import { t } from '../texts/texts';
import { type Deck, paces, stepMs } from './deck';
import { groupOf, timeSaid } from './words';

/** The slider with its ticks, and what moves it. */
export function Timeline({ deck, marks }: { deck: Deck; marks: readonly Mark[] }) {
  const session = deck.players.value[0]?.session;
  const length = deck.length.value;
  const at = deck.at.value;
  const end = deck.end.value;
  if (session === undefined) return null;
  return (
    <div class="timeline" role="group" aria-label={t('replay.timeline')}>
      <div class="timeline-keys">
        <button type="button" onClick={() => deck.leap(marks, -1)} title={t('replay.mark-before')} aria-label={t('replay.mark-before')}><span class="turns" aria-hidden="true">⏮</span></button>
        <button type="button" onClick={() => void deck.step(-1)} title={t('replay.step-before')} aria-label={t('replay.step-before')}><span class="turns" aria-hidden="true">◂</span></button>
        <button type="button" class="btn-primary timeline-play" onClick={() => deck.toggle()}><span aria-hidden="true">{deck.playing.value ? '‖' : '▶'}</span> <span class="timeline-word">{deck.playing.value ? t('replay.stand') : t('replay.play')}</span></button>
        <button type="button" onClick={() => void deck.step(1)} title={t('replay.step-next')} aria-label={t('replay.step-next')}><span class="turns" aria-hidden="true">▸</span></button>
        <button type="button" onClick={() => deck.leap(marks, 1)} title={t('replay.mark-next')} aria-label={t('replay.mark-next')}><span class="turns" aria-hidden="true">⏭</span></button>
        <label class="timeline-pace"><span class="visually-hidden">{t('replay.pace')}</span>
          <select class="ltr" value={deck.pace.value} onChange={(event) => (deck.pace.value = Number(event.currentTarget.value))}>
            {paces.map((pace) => <option key={pace} value={pace}>×{pace}</option>)}
          </select>
        </label>
      </div>
      <div class="timeline-line">
        <svg class="timeline-ticks" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
          {end > 0 && marks.map((mark, n) => <rect key={n} class={`tick tick-${groupOf(mark)} tick-${mark.what}`} x={(mark.at / end) * 998} width={2} {...(groupOf(mark) === 'message' ? { y: 14, height: 10 } : { y: 2, height: 22 })} />)}
        </svg>
        <input
          type="range" min={0} max={end} step={stepMs} value={at >= length ? end : at} data-testid="slider"
          aria-label={t('replay.slider')} aria-valuetext={timeSaid(session, at)}
          onInput={(event) => { deck.stop(); deck.go(Number(event.currentTarget.value)); }}
        />
      </div>
      <span class="timeline-end ltr">{drillTimeSeconds(at)} / {drillTimeSeconds(length)}</span>
    </div>
  );
}
