import type { HoldView, RequestView } from '../contract/records';
import { duration } from '../clock/words';
import { go } from '../room/places';
import { useSession } from '../shell/context';
import { TimeLeft } from '../shell/TimeLeft';
import { t, word } from '../texts/texts';
import { groupOf, holdsInOrder, type Group } from './todo';
import { called } from './who';

/** To do, out and waiting, holds, closed. */
export function Papers({ open }: { open: string | null }) {
  const session = useSession();
  const all = session.all('request');
  const holds = holdsInOrder(session.all('hold'));
  const held = new Set(holds.filter((hold) => hold.state === 'active' && !hold.followed).map((hold) => hold.request ?? ''));
  const of = (group: Group) => all.filter((request) => groupOf(request, held) === group).sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity));
  return (
    <>
      <Requests id="todo" title={t('desk.todo')} requests={of('todo')} open={open} />
      <Requests id="out" title={t('desk.out')} requests={of('waiting')} open={open} />
      <section aria-labelledby="desk-holds">
        <h3 id="desk-holds">{t('desk.holds')} <span class="count">{holds.filter((hold) => hold.state === 'active').length}</span></h3>
        <ul class="rows">{holds.map((hold) => <Hold key={hold.id} hold={hold} />)}</ul>
      </section>
      <Requests id="closed" title={t('desk.closed')} requests={of('closed')} open={open} />
    </>
  );
}

function Requests({ id, title, requests, open }: { id: string; title: string; requests: RequestView[]; open: string | null }) {
  return (
    <section aria-labelledby={`desk-${id}`}>
      <h3 id={`desk-${id}`}>{title} <span class="count">{requests.length}</span></h3>
      <ul class="rows">{requests.map((request) => <Row key={request.id} request={request} open={request.id === open} />)}</ul>
    </section>
  );
}

const arrows: Record<string, string> = { in: '⇠', out: '⇢', home: '⌂' };

/** Arrow in or out, kind, the other State, status, what is due next. */
function Row({ request, open }: { request: RequestView; open: boolean }) {
  const session = useSession();
  const inward = request.direction === 'in';
  const state = inward ? request.fromState : request.toState;
  const authority = inward ? request.fromName : request.toName;
  return (
    <li>
      <button type="button" class="wide-button desk-row" data-key={`request:${request.id}`} aria-current={open ? 'true' : undefined} onClick={() => go('requests', `request:${request.id}`)}>
        <span class="arrow" aria-hidden="true">{arrows[request.direction] ?? '⇢'}</span>
        <span class="row-what">
          <span class="visually-hidden">{word('direction', request.direction)}: </span>
          <b>{word('request-kind', request.form.kind)}</b>, {state || t('desk.no-receiver')}
        </span>
        <span class="row-line">
          <span class="state">{word('request-status', request.status)}</span>
          <span class="muted">{authority}{request.writer !== undefined && <> <span aria-hidden="true">✎</span> {called(session, request.writer)}</>}</span>
        </span>
        <Due request={request} />
      </button>
    </li>
  );
}

function Due({ request }: { request: RequestView }) {
  const { clock } = useSession();
  const at = clock.at.value;
  if (request.due === undefined || request.dueAt === undefined) return null;
  const left = duration(Math.abs(request.dueAt - at) * (clock.view.value?.phaseRate ?? 1));
  const late = request.dueAt <= at;
  return <span class={late ? 'due is-late' : 'due'}>{late && <span aria-hidden="true">▲ </span>}{t(late ? 'desk.row-late' : 'desk.row-due', word('request-due', request.due), left)}</span>;
}

function Hold({ hold }: { hold: HoldView }) {
  const rate = useSession().clock.view.value?.phaseRate ?? 1;
  const name = hold.amount === undefined ? hold.name : t('desk.hold-amount', hold.name, hold.amount, hold.unit ?? '');
  const line = (
    <>
      <span class="hold-name">{name}{hold.what !== 'preservation' && <> · {word('hold-what', hold.what)}</>}</span>
      {hold.state !== 'active' ? <span class="state">✕ {word('hold-state', hold.state)}</span>
        : hold.endsAt === undefined ? <span class="state">✓ {t('side.hold-followed')}</span>
        : <TimeLeft story={rate !== 1} from={hold.beganAt} to={hold.endsAt} label={hold.name} />}
    </>
  );
  return <li>{hold.request === undefined ? line : <button type="button" class="wide-button hold-row" data-key={`hold:${hold.id}`} onClick={() => go('requests', `request:${hold.request}`)}>{line}</button>}</li>;
}
