import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { RestsOn } from '../shell/RestsOn';
import { TimeLeft } from '../shell/TimeLeft';
import { When } from '../shell/When';
import { t } from '../texts/texts';
import { who } from '../requests/who';
import { decidedElsewhere } from './deciders';
import { draft } from './drafts';

/** An open decision with its time; once taken, what was decided and what came of it. */
export function Decision({ id }: { id: string }) {
  const session = useSession();
  const decision = session.one('decision', id);
  if (decision === undefined) return <p class="muted empty">{t('decision.none')}</p>;
  const choice = draft(`choice.${id}`);
  const reason = draft(`reason.${id}`);
  const chosen = decision.options.find((option) => option.id === (decision.option ?? choice.value));
  const open = decision.state === 'open';
  return (
    <article class="message decision-paper" aria-labelledby="decision-title">
      <div class="message-body" tabIndex={0} role="region" aria-labelledby="decision-title" data-scrolls="decision">
        <p class="message-kind">{t('decision.kind')}</p>
        <h2 id="decision-title">{decision.title}</h2>
        {open && decision.deadlineAt !== undefined && <TimeLeft from={decision.openedAt} to={decision.deadlineAt} label={t('decision.time')} />}
        <div class="message-text" dangerouslySetInnerHTML={{ __html: decision.html }} />
        <RestsOn words={decision.restsOn} />
        {decision.state === 'taken' && (
          <p class="notice notice-ok">
            {t('decision.taken', chosen?.name ?? '', decision.bySeat === undefined ? '' : who(session, decision.bySeat))}
            {decision.reason !== undefined && decision.reason !== '' && <> {t('decision.because', decision.reason)}</>}
          </p>
        )}
        {decision.consequence !== undefined && <p>{decision.consequence}</p>}
        {decision.state === 'lapsed' && <p class="notice notice-bad">{t('decision.lapsed')} {decision.deadlineAt !== undefined && <When at={decision.deadlineAt} />}</p>}
        {open && !decision.canDecide && (
          <>
            <p class="notice">{decidedElsewhere(session, decision)}</p>
            <h3>{t('decision.choices')}</h3>
            <ul>{decision.options.map((option) => <li key={option.id}>{option.name}</li>)}</ul>
          </>
        )}
        {open && decision.canDecide && (
          <form onSubmit={(event) => event.preventDefault()}>
            <fieldset>
              <legend>{t('decision.options')}</legend>
              {decision.options.map((option) => (
                <label key={option.id} class="option">
                  <input type="radio" name={`decision-${id}`} checked={choice.value === option.id} onChange={() => (choice.value = option.id)} /> {option.name}
                </label>
              ))}
            </fieldset>
            <label>{t('decision.reason')}<textarea rows={3} maxLength={2000} value={reason.value} onInput={(event) => (reason.value = event.currentTarget.value)} /></label>
            <ActButton
              primary
              place={`decide.${id}`}
              about={`decision:${id}`}
              label={chosen === undefined ? t('decision.choose') : t('decision.decide', chosen.name)}
              disabled={chosen === undefined}
              command={() => ({ kind: 'decide', decision: id, option: choice.value, reason: reason.value })}
              onAnswer={(answer) => {
                if (answer?.status === 'accepted') choice.value = reason.value = '';
              }}
            />
          </form>
        )}
      </div>
    </article>
  );
}
