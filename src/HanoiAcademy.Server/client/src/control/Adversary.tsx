import { useSignal } from '@preact/signals';
import type { AdversaryStepView, AdversaryView } from '../contract/records';
import { drillTime } from '../clock/words';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';

/** What the adversary means to do, how far it is, and what a controller can do about it. */
export function Adversary() {
  const session = useSession();
  const plans = session.all('adversary');
  if (plans.length === 0) return null;
  return (
    <section aria-labelledby="adversary-title">
      <h2 id="adversary-title">{t('adversary.title')}</h2>
      {plans.map((plan) => <One key={plan.id} plan={plan} />)}
    </section>
  );
}

function One({ plan }: { plan: AdversaryView }) {
  const session = useSession();
  const steps = session.all('step').filter((step) => step.plan === plan.id).sort((a, b) => a.n - b.n);
  const held = plan.state === 'held';
  const open = session.status !== 'ended' && session.status !== 'none';
  const others = (['auto', 'plan', 'people'] as const).filter((who) => who !== plan.playedBy);
  return (
    <details open>
      <summary>{plan.name}: {word('adversary-state', plan.state)}{plan.teamName !== undefined && ` (${plan.teamName})`}</summary>
      {open && (
        <p class="plan-acts">
          {held
            ? <ActButton place={`resume-plan.${plan.id}`} label={t('adversary.resume', plan.name)} command={() => ({ kind: 'resume-plan', plan: plan.id })} />
            : <ActButton place={`hold-plan.${plan.id}`} label={t('adversary.hold', plan.name)} command={() => ({ kind: 'hold-plan', plan: plan.id })} />}
          {plan.team !== undefined && others.map((who) => <ActButton key={who} place={`plan-to-${who}.${plan.id}`} label={t(`adversary.to-${who}`)} command={() => ({ kind: 'hand-over-plan', plan: plan.id, playedBy: who })} />)}
        </p>
      )}
      <ul class="rows">{steps.map((step) => <Step key={step.id} step={step} versions={[plan.attack, plan.ics].filter((v) => v !== undefined).join(', ')} />)}</ul>
    </details>
  );
}

/** Fire stands in the row, skip in its menu: never side by side. */
function Step({ step, versions }: { step: AdversaryStepView; versions: string }) {
  const session = useSession();
  const menu = useSignal(false);
  const playing = session.status === 'running' || session.status === 'paused';
  const by = step.bySeat === undefined || step.bySeat === 'system' ? undefined : session.people.value[step.bySeat] ?? step.bySeat;
  return (
    <li data-key={`step:${step.id}`}>
      <div class="grow">
        <b>{step.name}</b> <span class="state">{word('step-state', step.state)}</span>
        {step.at !== undefined && <span class="ltr"> {drillTime(step.at)}</span>}
        {step.untilAt !== undefined && <span class="muted"> → <span class="ltr">{drillTime(step.untilAt)}</span></span>}
        {by !== undefined && <span class="muted"> {by}</span>}
        {step.techniques.length > 0 && <p class="muted ltr">{t('adversary.attack', versions, step.techniques.join(', '))}</p>}
        {step.noticed + step.missed > 0 && <p class="muted">{t('adversary.noise', step.noticed, step.missed)}</p>}
      </div>
      {playing && step.state !== 'running' && !menu.value && <ActButton place={`fire-step.${step.id}`} label={t('adversary.fire', step.name)} command={() => ({ kind: 'fire-step', step: step.id })}>{t('adversary.fire-short')}<span class="visually-hidden"> {step.name}</span></ActButton>}
      {playing && step.state !== 'skipped' && <button type="button" aria-expanded={menu.value} aria-label={t('plan.menu', step.name)} onClick={() => (menu.value = !menu.value)}>⋯</button>}
      {playing && menu.value && <ActButton place={`skip-step.${step.id}`} label={t('adversary.skip', step.name)} command={() => ({ kind: 'skip-step', step: step.id })} />}
    </li>
  );
}
