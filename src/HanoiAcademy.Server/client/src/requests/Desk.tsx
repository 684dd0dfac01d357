import type { HoldView, RequestView } from '../contract/records';
import { duration } from '../clock/words';
import { isMine } from '../room/needs';
import { go } from '../room/places';
import { Outgoing } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { TimeLeft } from '../shell/TimeLeft';
import { t, word } from '../texts/texts';
import { beginRequest } from './begin';
import { Paper } from './Paper';

const ended: ReadonlySet<string> = new Set(['closed', 'refused', 'withdrawn', 'lapsed', 'executed', 'not-authentic']);

/** The paper that moves between States: the list, and the open one. */
export function Desk({ open }: { open: string | null }) {
  const session = useSession();
  const request = open === null ? undefined : session.one('request', open);
  const drafting = open === null ? undefined : session.outbox.at(`draft.${open}`);
  return (
    <div class="desk" data-open={open === null ? undefined : ''}>
      <div class="desk-list" tabIndex={0} role="region" aria-label={t('place.requests')} data-scrolls="requests"><List open={open} /></div>
      <div class="desk-paper">
        {open !== null && <button type="button" class="back" onClick={() => go('requests')}>‹ {t('desk.back')}</button>}
        {request !== undefined ? <Paper key={request.id} request={request} />
          : drafting !== undefined ? <p class="empty"><Outgoing id={drafting.id} named /></p>
          : <p class="muted empty">{t('desk.choose')}</p>}
      </div>
    </div>
  );
}

function List({ open }: { open: string | null }) {
  const session = useSession();
  const all = session.all('request');
  const todo = all.filter((request) => isMine(request));
  const others = all.filter((request) => !isMine(request));
  const out = others.filter((request) => !ended.has(request.status));
  const closed = others.filter((request) => ended.has(request.status));
  const holds = session.all('hold').sort((a, b) => (a.endsAt ?? Infinity) - (b.endsAt ?? Infinity));
  return (
    <>
      <h2>{t('place.requests')}</h2>
      <Deadline />
      <p><button type="button" onClick={() => beginRequest(session)}>{t('desk.new')}</button></p>
      <Group title={t('desk.todo')} requests={todo} open={open} />
      <Group title={t('desk.out')} requests={out} open={open} />
      <section aria-labelledby="desk-holds">
        <h3 id="desk-holds">{t('desk.holds')}</h3>
        {holds.length === 0 && <p class="muted">{t('desk.none')}</p>}
        <ul class="rows">{holds.map((hold) => <Hold key={hold.id} hold={hold} />)}</ul>
      </section>
      <Group title={t('desk.closed')} requests={closed} open={open} />
    </>
  );
}

/** The biggest thing on the desk: the next legal deadline. */
function Deadline() {
  const session = useSession();
  const at = session.clock.at.value;
  const rate = session.clock.view.value?.phaseRate ?? 1;
  const holds = session.all('hold')
    .filter((hold) => hold.state === 'active' && hold.endsAt !== undefined && hold.endsAt > at)
    .map((hold) => ({ at: hold.endsAt ?? 0, text: (left: string) => t(hold.followed ? 'desk.hold-ends' : 'desk.hold-ends-no-mla', hold.name, left) }));
  const dues = session.all('request')
    .filter((request) => request.dueAt !== undefined && request.dueAt > at && !ended.has(request.status))
    .map((request) => ({ at: request.dueAt ?? 0, text: (left: string) => t('desk.due', word('request-due', request.due ?? ''), request.direction === 'in' ? request.fromName : request.toName, left) }));
  const next = [...holds, ...dues].sort((a, b) => a.at - b.at)[0];
  return <p class="deadline">{next === undefined ? t('desk.no-deadline') : next.text(t('desk.story-left', duration((next.at - at) * rate)))}</p>;
}

function Group({ title, requests, open }: { title: string; requests: RequestView[]; open: string | null }) {
  return (
    <section aria-label={title}>
      <h3>{title} <span class="count">{requests.length}</span></h3>
      <ul class="rows">{requests.map((request) => <Row key={request.id} request={request} open={request.id === open} />)}</ul>
    </section>
  );
}

function Row({ request, open }: { request: RequestView; open: boolean }) {
  const other = request.direction === 'in' ? request.fromName || t('form.empty') : request.toName || t('desk.no-receiver');
  return (
    <li>
      <button type="button" class="wide-button" data-key={`request:${request.id}`} aria-current={open ? 'true' : undefined} onClick={() => go('requests', `request:${request.id}`)}>
        <span aria-hidden="true">{request.direction === 'in' ? '⇠' : request.direction === 'out' ? '⇢' : '⌂'}</span>
        <span class="grow"><span class="visually-hidden">{word('direction', request.direction)}: </span>{word('request-kind', request.form.kind)}, {other}</span>
        <span class="state">{word('request-status', request.status)}</span>
      </button>
    </li>
  );
}

function Hold({ hold }: { hold: HoldView }) {
  return (
    <li>
      <span class="grow">{hold.amount === undefined ? hold.name : t('desk.hold-amount', hold.name, hold.amount, hold.unit ?? '')}{hold.what !== 'preservation' && <> · {word('hold-what', hold.what)}</>}</span>
      {hold.state !== 'active' ? <span class="state">✕ {word('hold-state', hold.state)}</span>
        : hold.endsAt === undefined ? <span class="state">✓ {t('side.hold-followed')}</span>
        : <TimeLeft story from={hold.beganAt} to={hold.endsAt} label={hold.name} />}
    </li>
  );
}
