import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import { drillTime, drillTimeSeconds, storyTime } from '../clock/words';
import { linkWords, shapes } from '../link/state';
import { t, word } from '../texts/texts';
import { useSession } from './context';
import { Sheet } from './Sheet';

/** The line that is always there: EXERCISE, clocks, state, link, who I am, STOP. */
export function Bar({ who, seconds, children }: { who: string; seconds?: boolean; children?: ComponentChildren }) {
  const session = useSession();
  const clock = session.clock;
  const view = clock.view.value;
  const at = clock.at.value;
  const story = clock.story(at);
  const status = view?.status ?? 'none';
  const link = session.link.value;
  const state = status === 'running' ? t('state.running', view?.speed ?? 1) : word('state', status);
  return (
    <header class={`bar bar-${status}`}>
      <div class="bar-time">
        <strong class="exercise">{t('bar.exercise')}</strong>
        <span class={`drill-clock ltr ${clock.about ? 'is-about' : ''}`} data-testid="clock">
          {clock.about && <small><span class="wide">{t('bar.about')} </span><span class="narrow" aria-hidden="true">≈</span></small>}
          {drillTime(at)}{seconds && <span class="clock-seconds">{drillTimeSeconds(at).slice(drillTime(at).length)}</span>}
        </span>
      </div>
      {view !== null && story !== null && <span class="bar-story">{storyTime(story, view)}, {view.zoneName}</span>}
      <div class="bar-state">
        <span class="state-word" data-testid="state">{status === 'running' ? <><span class="wide">{state}</span><span class="narrow ltr" aria-hidden="true">▶ ×{view?.speed ?? 1}</span></> : state}</span>
        <span class={`link link-${link.kind}`} data-testid="link"><span aria-hidden="true">{shapes[link.kind]}</span> {linkWords(link, session.outbox.waiting.length)}</span>
      </div>
      {children}
      <span class="bar-who">{who}</span>
      {session.looks === null && (status === 'running' || status === 'paused' || status === 'lobby') && <StopButton />}
    </header>
  );
}

function StopButton() {
  const session = useSession();
  const asks = useSignal(false);
  const stop = () => {
    asks.value = false;
    // Without a link nobody else would know: then the voice and the telephone are what is left.
    if (session.link.value.kind !== 'live') session.tell('stop', t('stop.no-link'));
    void session.outbox.act({ kind: 'stop-for-real-event' });
  };
  return (
    <>
      <button type="button" class="stop" aria-expanded={asks.value} onClick={() => (asks.value = true)}>
        <span class="wide">{t('bar.stop')}</span><span class="narrow" aria-hidden="true">{t('bar.stop-short')}</span>
      </button>
      {asks.value && (
        <Sheet title={t('stop.title')} onClose={() => (asks.value = false)} safe={t('stop.no')} danger={t('stop.yes')} onDanger={stop}>
          <p>{t('stop.what')}</p>
        </Sheet>
      )}
    </>
  );
}
