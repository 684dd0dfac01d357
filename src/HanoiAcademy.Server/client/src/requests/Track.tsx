import type { RequestView } from '../contract/records';
import { duration } from '../clock/words';
import { useSession } from '../shell/context';
import { TimeLeft } from '../shell/TimeLeft';
import { When } from '../shell/When';
import { t, word } from '../texts/texts';
import { openFrom } from './hours';
import { usePage } from './pages';
import { who } from './who';

// What the other side does before it speaks, nobody sees: verifying is the receiver's, drafting the sender's.
const orders: Record<string, string[]> = {
  out: ['draft', 'authorised', 'sent', 'acknowledged', 'granted', 'executed'],
  in: ['sent', 'acknowledged', 'verified', 'granted', 'executed'],
  home: ['draft', 'authorised', 'sent', 'acknowledged', 'verified', 'granted', 'executed'],
};
const over: ReadonlySet<string> = new Set(['closed', 'refused', 'withdrawn', 'lapsed', 'not-authentic', 'executed']);

/** The stations of the paper: those it passed, the present one, those that may come. What it never reached stays hollow. */
export function Track({ request }: { request: RequestView }) {
  const { status } = request;
  const order = orders[request.direction] ?? [];
  const steps = order.includes(status) ? order : [...order.filter((step) => step !== 'granted' && step !== 'executed'), status];
  const here = steps.indexOf(status);
  const passed = new Set(request.history.map((step) => step.what));
  return (
    <ol class="track" aria-label={t('paper.track')}>
      {steps.map((step, n) => {
        const state = n === here ? 'is-here' : n > here ? '' : passed.has(step) || step === 'draft' ? 'is-past' : 'is-skipped';
        return (
          <li key={step} class={state} aria-current={n === here ? 'step' : undefined}>
            <span aria-hidden="true">{state === 'is-here' ? '●' : state === 'is-past' ? '✓' : '○'}</span> {word('request-status', step)}
          </li>
        );
      })}
    </ol>
  );
}

/** Who has it now, whether anybody is there to read it, and what is due by when. */
export function HasIt({ request }: { request: RequestView }) {
  const session = useSession();
  const { clock } = session;
  const at = clock.at.value;
  const story = clock.story(at);
  const authority = request.with === undefined ? undefined : session.one('authority', request.with);
  const opens = story === null || over.has(request.status) ? null : openFrom(authority?.open, story);
  return (
    <p class="has-it">
      {over.has(request.status) && request.status !== 'executed' ? t('paper.is-over', word('request-status', request.status)) : t('paper.with', request.hasIt)}
      {opens !== null && story !== null && opens > story && <> · <span class="office">{t('paper.office-opens', duration(opens - story))}</span></>}
      {request.dueAt !== undefined && request.due !== undefined && (
        <> · {word('request-due', request.due)} <TimeLeft story={(clock.view.value?.phaseRate ?? 1) !== 1} from={request.history.at(-1)?.at ?? 0} to={request.dueAt} label={word('request-due', request.due)} /></>
      )}
    </p>
  );
}

/** Every hand it passed through, with times. */
export function History({ request }: { request: RequestView }) {
  const session = useSession();
  const authority = (note: string) => session.one('authority', note)?.name;
  return (
    <section class={usePage('history')} aria-labelledby="history-title">
      <h3 id="history-title">{t('paper.history')}</h3>
      <ol class="history">
        {request.history.map((step, n) => (
          <li key={n}>
            <When at={step.at} full />
            <span><b>{word('request-status', step.what)}</b>, {who(session, step.by, step.at)}
              {step.note !== undefined && step.note !== '' && <>. <span class="written">{authority(step.note) ?? word('request-note', step.note)}</span></>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
