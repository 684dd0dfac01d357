import type { ActionView, AdversaryView, PlannedView } from '../contract/records';
import { duration } from '../clock/words';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { RestsOn } from '../shell/RestsOn';
import { Progress } from '../shell/TimeLeft';
import { t, word } from '../texts/texts';

/** Everything this team can do, in groups. What cannot be done now says why in its row; what it will change is not foretold. */
export function Do() {
  const session = useSession();
  const groups = new Map<string, ActionView[]>();
  for (const action of session.all('action')) groups.set(action.group, [...(groups.get(action.group) ?? []), action]);
  return (
    <section class="page-in-room" aria-labelledby="do-title" data-scrolls="do" tabIndex={0} role="region">
      <h2 id="do-title">{t('place.do')}</h2>
      {groups.size === 0 && <p class="muted">{t('do.none')}</p>}
      {[...groups].map(([group, actions]) => (
        <section key={group} aria-label={group}>
          {group !== '' && <h3>{group}</h3>}
          <ul class="rows">{actions.map((action) => <Action key={action.id} action={action} />)}</ul>
        </section>
      ))}
    </section>
  );
}

function Action({ action }: { action: ActionView }) {
  const session = useSession();
  const by = session.people.value[action.bySeat ?? ''] ?? action.bySeat;
  const plan = session.all('adversary').find((one) => one.id === action.step?.plan);
  return (
    <li class={`action action-${action.state}`} data-key={`action:${action.id}`}>
      <div class="grow">
        <b>{action.name}</b> <span class="muted">{t('do.takes', duration(action.durationMs))}</span>
        {action.about !== '' && <p>{action.about}</p>}
        <RestsOn words={action.restsOn} />
        {action.step !== undefined && <p class="muted"><span class="ltr">{action.step.techniques.join(', ')}</span>{action.step.isNext && ` · ${t('do.next')}`}</p>}
        {action.state === 'blocked' && action.reasons.map((reason) => <p key={reason} class="why">⊘ {reason}</p>)}
        {!action.canDo && action.state !== 'done' && <p class="why">⊘ {action.step === undefined ? t('do.other-role') : notNow(action.step, plan)}</p>}
        {action.result !== undefined && <p class={action.state === 'failed' ? 'result is-failed' : 'result'}>{action.state === 'failed' ? '✕' : '✓'} {action.result}</p>}
      </div>
      <div class="action-end">
        {action.state === 'running' && action.startedAt !== undefined && action.endsAt !== undefined && (
          <>
            <Progress from={action.startedAt} to={action.endsAt} label={action.name} />
            {by !== undefined && <span class="muted">{by}</span>}
            {action.canDo && <ActButton place={`cancel.${action.id}`} label={t('do.cancel')} command={() => ({ kind: 'cancel-action', action: action.id })} />}
          </>
        )}
        {(action.state === 'done' || action.state === 'failed') && <span class="state">{action.state === 'done' ? '✓' : '✕'} {word('action-state', action.state)}</span>}
        {(action.state === 'ready' || (action.state === 'failed' && action.step !== undefined)) && action.canDo && (
          <ActButton primary place={`action.${action.id}`} about={`action:${action.id}`} label={t('do.start', action.name)} command={() => ({ kind: 'start-action', action: action.id })}>
            {t('do.go')}<span class="visually-hidden">: {action.name}</span>
          </ActButton>
        )}
      </div>
    </li>
  );
}

/** Why a step of the plan cannot be started by this role, whatever its own reasons. */
function notNow(step: PlannedView, plan: AdversaryView | undefined): string {
  if (plan?.state === 'held') return t('do.plan-held');
  if (plan !== undefined && plan.state !== 'people') return t('do.plan-plays');
  return step.left === 0 ? t('do.no-more') : t('do.not-yet');
}
