import type { RequestForm, RequestView } from '../contract/records';
import { draft } from '../room/drafts';
import { kept } from '../room/kept';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { formOf, moveOf } from './form';
import { ScopeFields } from './FormFields';
import { Goes } from './Goes';

/** Equal buttons in a fixed order, and all grounds: the screen must not know the answer better than the trainee shows it. */
export function Answer({ request }: { request: RequestView }) {
  const session = useSession();
  const chosen = kept<string | null>(`answering.${request.id}`, null);
  const reasons = draft(`answer.${request.id}`);
  const conditions = draft(`conditions.${request.id}`);
  const ground = draft(`ground.${request.id}`);
  const to = draft(`forward.${request.id}`);
  const missing = kept<string[]>(`missing.${request.id}`, []);
  const narrowed = kept<RequestForm>(`narrowed.${request.id}.${request.revision}`, request.form);
  const answer = chosen.value;
  const of = formOf(session, request.form.kind);
  const move = answer === null ? null : moveOf(answer);
  const scoped = answer === 'grant-in-part' || move === 'consult';
  const flip = (id: string) => (missing.value = missing.value.includes(id) ? missing.value.filter((one) => one !== id) : [...missing.value, id]);
  return (
    <fieldset class="answer">
      <legend>{t('answering.title')}</legend>
      <div class="answer-buttons">
        {of.answers.map((one) => <button type="button" key={one} aria-pressed={answer === one} onClick={() => (chosen.value = answer === one ? null : one)}>{word('answer', one)}</button>)}
      </div>
      {answer !== null && (
        <div class="answer-fields">
          {move === 'return' && <fieldset><legend>{t('answering.missing')}</legend>{of.fields.map(({ id }) => <label key={id}><input type="checkbox" checked={missing.value.includes(id)} onChange={() => flip(id)} /> {word('field', id)}</label>)}</fieldset>}
          {move === 'forward' && (
            <label class="field">{t('answering.forward-to')}
              <select value={to.value} onChange={(event) => (to.value = event.currentTarget.value)}>
                <option value="">{t('compose.choose')}</option>
                {session.all('authority').map((authority) => <option key={authority.id} value={authority.id}>{authority.name}, {authority.stateName}</option>)}
              </select>
            </label>
          )}
          {scoped && <p class="muted">{t('answering.narrow')}</p>}
          {scoped && <ScopeFields form={narrowed.value} missing={[]} names={request.names} edit={(change) => (narrowed.value = change(narrowed.value))} />}
          {(answer === 'grant-with-conditions' || move === 'consult') && <label class="field">{t('answering.conditions')}<textarea rows={3} maxLength={4000} value={conditions.value} onInput={(event) => (conditions.value = event.currentTarget.value)} /></label>}
          {answer === 'refuse' && <fieldset><legend>{t('answering.ground')}</legend>{of.grounds.map((one) => <label key={one}><input type="radio" name={`ground-${request.id}`} checked={ground.value === one} onChange={() => (ground.value = one)} /> {word('ground', one)}</label>)}</fieldset>}
          <label class="field">{t('answering.reasons')}<textarea rows={3} maxLength={4000} value={reasons.value} onInput={(event) => (reasons.value = event.currentTarget.value)} /></label>
          {move === 'grant' && of.handsOver === true && <Goes request={request} scope={scoped ? narrowed.value.scope : request.form.scope} conditions={answer === 'grant-with-conditions' ? conditions.value : ''} />}
          <ActButton primary place={`answer.${request.id}`} about={`request:${request.id}`} label={t('answering.send', word('answer', answer), request.fromName)}
            command={() => ({
              kind: 'answer-request', request: request.id, answer, missing: move === 'return' ? missing.value : [], ground: answer === 'refuse' ? ground.value : '',
              reasons: reasons.value, conditions: conditions.value, to: move === 'forward' ? to.value : '', ...(scoped ? { scope: narrowed.value.scope } : {}),
            })}
            onAnswer={(done) => {
              if (done?.status !== 'accepted') return;
              reasons.value = conditions.value = ground.value = to.value = '';
              for (const choice of [chosen, missing, narrowed]) choice.clear();
            }} />
        </div>
      )}
    </fieldset>
  );
}
