import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { duration } from '../clock/words';
import { go } from '../room/places';
import { Outgoing } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { beginRequest } from './begin';
import { asksAnybody, Kinds, onlyKind } from './Kinds';
import { deadlineSentence } from './deadline';
import { Papers } from './List';
import { Paper } from './Paper';
import { deadlines, type Deadline } from './todo';

/** The paper that moves between States: the list with what presses most at its head, and the open one. */
export function Desk({ open }: { open: string | null }) {
  const session = useSession();
  const request = open === null ? undefined : session.one('request', open);
  const drafting = open === null ? undefined : session.outbox.at(`draft.${open}`);
  return (
    <div class="desk" data-open={open === null ? undefined : ''}>
      <div class="desk-list" tabIndex={0} role="region" aria-label={t('place.requests')} data-scrolls="requests">
        <h2 class="visually-hidden">{t('place.requests')}</h2>
        <Pressing />
        {session.out === undefined && (asksAnybody(session) ? <NewRequest /> : <p class="notice">{t('desk.asks-nobody')}</p>)}
        <Papers open={open} />
      </div>
      <div class="desk-paper">
        {open !== null && <button type="button" class="back" onClick={() => go('requests')}>‹ {t('desk.back')}</button>}
        {request !== undefined ? <Paper key={request.id} request={request} />
          : drafting !== undefined ? <p class="empty"><Outgoing id={drafting.id} named /></p>
          : <p class="muted empty">{t('desk.choose')}</p>}
      </div>
    </div>
  );
}

function NewRequest() {
  const session = useSession();
  const asks = useSignal(false);
  const press = () => {
    const only = onlyKind(session);
    if (only === null) asks.value = !asks.value;
    else beginRequest(session, only);
  };
  return (
    <>
      <p><button type="button" aria-expanded={asks.value} disabled={session.looks !== null} onClick={press}>{t('desk.new')}</button></p>
      {asks.value && <Kinds onBegun={() => (asks.value = false)} />}
    </>
  );
}

/** The biggest thing on the screen: the next legal deadline, as a sentence. What is late already stands under it. */
function Pressing() {
  const session = useSession();
  const at = session.clock.at.value;
  const [holds, requests] = [session.all('hold'), session.all('request')];
  const all = useMemo(() => deadlines(holds, requests), [holds, requests]);
  const rate = session.clock.view.value?.phaseRate ?? 1;
  const length = (ms: number) => (rate === 1 ? duration(ms) : t('desk.story-left', duration(ms * rate)));
  const next = all.find((one) => one.at > at);
  const late = all.filter((one) => one.at <= at && one.hold === undefined);
  return (
    <div class="pressing">
      {next === undefined ? <p class="deadline deadline-none">{t('desk.no-deadline')}</p> : <Sentence class="deadline" of={next} text={deadlineSentence(next, length(next.at - at))} />}
      {late.slice(0, 3).map((one) => <Sentence key={one.request?.id} class="deadline-late" of={one} text={`▲ ${t('desk.late', deadlineSentence(one, t('desk.by-now')), length(at - one.at))}`} />)}
    </div>
  );
}

function Sentence({ of, text, ...rest }: { of: Deadline; text: string; class: string }) {
  const id = of.request?.id;
  return id === undefined ? <p {...rest}>{text}</p> : <p {...rest}><button type="button" class="plain-button" data-key={`deadline ${id}`} onClick={() => go('requests', `request:${id}`)}>{text}</button></p>;
}
