import { useSignal } from '@preact/signals';
import type { ActionView, AdversaryView, PlannedView } from '../contract/records';
import { duration } from '../clock/words';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { RestsOn } from '../shell/RestsOn';
import { Progress } from '../shell/TimeLeft';
import { language, t, word } from '../texts/texts';
import { clearInputs, filled, Inputs } from './Inputs';

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
  const by = action.bySeat === undefined ? undefined : session.person(action.bySeat, action.startedAt);
  const at = session.clock.at.value;
  const plan = session.all('adversary').find((one) => one.id === action.step?.plan);
  return (
    <li class={`action action-${action.state}`} data-key={`action:${action.id}`}>
      <div class="grow">
        <b>{action.name}</b> <span class="muted">{t('do.takes', duration(action.durationMs))}</span>
        {(action.costs ?? []).map((cost) => <span key={cost.meter} class="muted"> · {t('do.costs', cost.name, number(cost.amount))}</span>)}
        {action.about !== '' && <p>{action.about}</p>}
        <RestsOn words={action.restsOn} />
        {action.step !== undefined && <p class="muted"><span class="ltr">{action.step.techniques.join(', ')}</span>{action.step.isNext && ` · ${t('do.next')}`}</p>}
        {action.state === 'blocked' && action.reasons.map((reason) => <p key={reason} class="why">⊘ {reason}</p>)}
        {action.state === 'blocked' && action.readyAt !== undefined && action.readyAt > at && <p class="why">⊘ {t('do.ready-in', duration(action.readyAt - at))}</p>}
        {!action.canDo && action.state !== 'done' && <p class="why">⊘ {session.out !== undefined ? t('do.team-out') : action.step === undefined ? t('do.other-role') : notNow(action.step, plan)}</p>}
        {action.answers !== undefined && action.state !== 'ready' && <p class="muted">{Object.entries(action.answers).map(([id, text]) => `${action.fields?.find((field) => field.id === id)?.name ?? id}: ${action.fields?.find((field) => field.id === id)?.choices.find((choice) => choice.id === text)?.name ?? text}`).join(' · ')}</p>}
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
          <Start action={action} />
        )}
      </div>
    </li>
  );
}

/** One press; where it asks for something first, one press opens its form, under which the other stands. */
function Start({ action }: { action: ActionView }) {
  const session = useSession();
  const fields = action.fields ?? [];
  const key = `action.${action.id}`;
  const asks = fields.length > 0;
  const open = useSignal(asks && Object.keys(filled(fields, key)).length > 0);
  const button = (
    <ActButton
      primary
      place={key}
      about={`action:${action.id}`}
      label={t('do.start', action.name)}
      command={() => ({ kind: 'start-action', action: action.id, ...(asks ? { answers: filled(fields, key) } : {}) })}
      onAnswer={(answer) => {
        if (answer?.status === 'accepted') clearInputs(fields, key);
      }}
    >
      {t('do.go')}<span class="visually-hidden">: {action.name}</span>
    </ActButton>
  );
  if (!asks) return button;
  if (!open.value && session.outbox.at(key) === undefined) return <button type="button" aria-expanded="false" onClick={() => (open.value = true)}>{t('do.fill')}<span class="visually-hidden">: {action.name}</span></button>;
  return <form class="action-form-box" onSubmit={(event) => event.preventDefault()}><Inputs fields={fields} of={key} />{button}</form>;
}

function number(amount: number): string {
  return new Intl.NumberFormat(language(), { numberingSystem: 'latn' }).format(amount);
}

/** Why a step of the plan cannot be started by this role, whatever its own reasons. */
function notNow(step: PlannedView, plan: AdversaryView | undefined): string {
  if (plan?.state === 'held') return t('do.plan-held');
  if (plan !== undefined && plan.state !== 'people') return t('do.plan-plays');
  return step.left === 0 ? t('do.no-more') : t('do.not-yet');
}
