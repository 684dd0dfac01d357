import type { InputView, QuestionnaireView } from '../contract/records';
import { useSignal } from '@preact/signals';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { When } from '../shell/When';
import { t } from '../texts/texts';
import { who } from '../requests/who';
import { draft } from './drafts';
import { clearInputs, filled, Inputs } from './Inputs';

/** Each for himself: the questions while they wait, then what this seat answered, which it may mend. */
export function Questionnaire({ id }: { id: string }) {
  const session = useSession();
  const asked = session.one('questionnaire', id);
  const mending = useSignal(false);
  if (asked === undefined) return <p class="muted empty">{t('questionnaire.none')}</p>;
  const key = `question.${id}`;
  const given = asked.answers;
  const mend = () => {
    for (const field of asked.fields) draft(`${key}.${field.id}`).value = given?.[field.id] ?? '';
    mending.value = true;
  };
  return (
    <article class="message questionnaire" aria-labelledby="questionnaire-title">
      <div class="message-body" tabIndex={0} role="region" aria-labelledby="questionnaire-title" data-scrolls="questionnaire">
        <p class="message-kind">{t('questionnaire.kind')} · <When at={asked.openedAt} /></p>
        <h2 id="questionnaire-title">{asked.title}</h2>
        {asked.intro !== '' && <p class="message-text">{asked.intro}</p>}
        {given !== undefined && !mending.value ? (
          <>
            <p class="notice notice-ok">✓ {t('questionnaire.given')}</p>
            <Answers fields={asked.fields} answers={given} />
            {asked.canAnswer && <button type="button" onClick={mend}>{t('questionnaire.mend')}</button>}
          </>
        ) : asked.canAnswer ? (
          <form onSubmit={(event) => event.preventDefault()}>
            <Inputs fields={asked.fields} of={key} />
            <ActButton
              primary
              place={`answers.${id}`}
              about={`questionnaire:${id}`}
              label={t('questionnaire.send')}
              command={() => ({ kind: 'answer-questionnaire', questionnaire: id, answers: filled(asked.fields, key) })}
              onAnswer={(answer) => {
                if (answer?.status !== 'accepted') return;
                clearInputs(asked.fields, key);
                mending.value = false;
              }}
            />
          </form>
        ) : null}
        {asked.given !== undefined && <Given asked={asked} />}
      </div>
    </article>
  );
}

/** What all seats answered, where one may read it. */
export function Given({ asked }: { asked: QuestionnaireView }) {
  const session = useSession();
  const given = asked.given ?? [];
  return (
    <section aria-label={t('questionnaire.all')}>
      <h3>{t('questionnaire.all')} <span class="count">{given.length}</span></h3>
      {given.map(({ seat, answers }) => (
        <details key={seat}>
          <summary>{who(session, seat)}</summary>
          <Answers fields={asked.fields} answers={answers} />
        </details>
      ))}
    </section>
  );
}

function Answers({ fields, answers }: { fields: InputView[]; answers: Record<string, string> }) {
  const said = (field: InputView) => field.choices.find((choice) => choice.id === answers[field.id])?.name ?? answers[field.id] ?? '';
  return (
    <dl class="given">
      {fields.map((field) => <div key={field.id}><dt>{field.name}</dt><dd class={said(field) === '' ? 'muted' : 'written'}>{said(field) || t('form.empty')}</dd></div>)}
    </dl>
  );
}
