import { useSession } from '../shell/context';
import { Progress, TimeLeft } from '../shell/TimeLeft';
import { t, word } from '../texts/texts';
import { meterNow, meterText } from './meters';
import { Chat } from './Chat';
import { decidedElsewhere } from './deciders';
import { go } from './places';
import { Seated } from './Seated';

/** The end column: what runs against the team, what is under way, who is here. */
export function Side() {
  return (
    <>
      <Decisions />
      <Questions />
      <Clocks />
      <UnderWay />
      <Chat />
      <Here />
    </>
  );
}

function Decisions() {
  const session = useSession();
  const open = session.all('decision').filter((decision) => decision.state === 'open');
  return (
    <section class="side-block" aria-labelledby="side-decisions">
      <h2 id="side-decisions">{t('side.decisions')}</h2>
      {open.length === 0 && <p class="muted">{t('side.no-decision')}</p>}
      {open.map((decision) => (
        <div key={decision.id} class="side-item">
          <button type="button" class="wide-button" onClick={() => go('feed', `decision:${decision.id}`)}>{decision.title}</button>
          {!decision.canDecide && <span class="muted">{decidedElsewhere(session, decision)}</span>}
          {decision.deadlineAt !== undefined && <TimeLeft from={decision.openedAt} to={decision.deadlineAt} label={decision.title} />}
        </div>
      ))}
    </section>
  );
}

function Questions() {
  const open = useSession().all('questionnaire');
  if (open.length === 0) return null;
  return (
    <section class="side-block" aria-labelledby="side-questions">
      <h2 id="side-questions">{t('side.questions')}</h2>
      {open.map((one) => (
        <div key={one.id} class="side-item">
          <button type="button" class="wide-button" onClick={() => go('feed', `questionnaire:${one.id}`)}>{one.answers === undefined ? '' : '✓ '}{one.title}</button>
        </div>
      ))}
    </section>
  );
}

function Clocks() {
  const session = useSession();
  const at = session.clock.at.value;
  const holds = session.all('hold').filter((hold) => hold.state === 'active');
  // What is held is not deleted: then its hold is the clock.
  const deleted = session.all('data').filter((data) => data.goneAt !== undefined && data.goneAt > at && !holds.some((hold) => hold.dataSet === data.id));
  const meters = session.all('meter');
  const due = session.all('request').filter((request) => request.dueAt !== undefined && request.dueAt > at);
  return (
    <section class="side-block" aria-labelledby="side-clocks">
      <h2 id="side-clocks">{t('side.clocks')}</h2>
      {meters.length + deleted.length + holds.length + due.length === 0 && <p class="muted">{t('side.no-clock')}</p>}
      {meters.map((meter) => (
        <div key={meter.id} class="side-item">
          <span>{meter.name}</span> <b class="tabular ltr">{meterText(meter, at)}</b>
          {meter.max > meter.min && <meter min={meter.min} max={meter.max} value={meterNow(meter, at)} aria-label={meter.name} />}
        </div>
      ))}
      {deleted.map((data) => (
        <div key={data.id} class="side-item">
          <span>{t('side.deleted', data.name, data.holder)}</span>{' '}
          <TimeLeft story from={session.clock.view.value?.phaseAt ?? 0} to={data.goneAt ?? 0} label={data.name} />
        </div>
      ))}
      {holds.map((hold) => (
        <div key={hold.id} class="side-item">
          <span>{t('side.hold', hold.name)}</span>{' '}
          {hold.endsAt === undefined ? <span>{t('side.hold-followed')}</span> : <TimeLeft story from={hold.beganAt} to={hold.endsAt} label={hold.name} />}
        </div>
      ))}
      {due.map((request) => (
        <div key={request.id} class="side-item">
          <button type="button" class="wide-button" onClick={() => go('requests', `request:${request.id}`)}>
            {word('request-due', request.due ?? '')}: {request.direction === 'in' ? request.fromName : request.toName}
          </button>
          <TimeLeft from={request.history.at(-1)?.at ?? 0} to={request.dueAt ?? 0} label={word('request-due', request.due ?? '')} />
        </div>
      ))}
    </section>
  );
}

function UnderWay() {
  const session = useSession();
  const running = session.all('action').filter((action) => action.state === 'running');
  return (
    <section class="side-block" aria-labelledby="side-actions">
      <h2 id="side-actions">{t('side.actions')}</h2>
      {running.length === 0 && <p class="muted">{t('side.no-action')}</p>}
      {running.map((action) => (
        <div key={action.id} class="side-item">
          <span>{action.name}</span>
          <Progress from={action.startedAt ?? 0} to={action.endsAt ?? 0} label={action.name} />
        </div>
      ))}
    </section>
  );
}

function Here() {
  const session = useSession();
  const team = session.me.value.teamRole?.split('.')[0];
  const seats = session.all('seat').filter((seat) => seat.team === team);
  return (
    <section class="side-block" aria-labelledby="side-here">
      <h2 id="side-here">{t('side.here')}</h2>
      <ul class="plain">{seats.map((seat) => <Seated key={seat.id} seat={seat} />)}</ul>
    </section>
  );
}
