import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { RequestForm, RequestView, Scope } from '../contract/records';
import type { Session } from '../link/session';
import { useSession } from '../shell/context';
import { When } from '../shell/When';
import { TimeLeft } from '../shell/TimeLeft';
import { t, word } from '../texts/texts';
import { Acknowledge, Acts } from './Acts';
import { editorOf } from './editor';
import { changed, formOf, toUtcField } from './form';
import { FormFields } from './FormFields';
import { Profiles } from './Profiles';
import { Reading } from './Reading';
import { lastSeen } from './seen';

const order = ['draft', 'authorised', 'sent', 'acknowledged', 'verified', 'granted', 'executed'];

/** One request as a document: its track above, the form or the paper, its history below, who and what to know beside it. */
export function Paper({ request }: { request: RequestView }) {
  const session = useSession();
  const editor = editorOf(session, request.id);
  const supplements = request.acts.includes('supplement-request');
  const mayWrite = request.acts.includes('edit-request') || supplements;
  const preview = useSignal(false);
  useSignalEffect(() => {
    const now = session.one('request', request.id);
    if (now !== undefined) editor.sync(now);
  });
  const writing = mayWrite && !preview.value;
  const form: RequestForm = useComputed(() => (mayWrite ? (editor.form.value ?? request.form) : request.form)).value;
  const marks = request.acts.includes('authorise-request') ? changed(lastSeen(request) ?? request.form, request.form) : new Set<string>();
  const quoted = request.about === undefined ? undefined : session.one('feed', request.about);
  return (
    <div class="paper-and-side">
      <article class="paper" aria-labelledby="paper-title" data-scrolls="paper" tabIndex={0} role="region">
        <h2 id="paper-title">{t('paper.title', word('request-kind', request.form.kind))} <small class="ltr">{request.form.fields['own-reference'] ?? request.id}</small></h2>
        <Track status={request.status} />
        <p class="has-it">
          {t('paper.has-it', request.hasIt)}
          {request.dueAt !== undefined && request.due !== undefined && <> · {word('request-due', request.due)} <TimeLeft from={request.history.at(-1)?.at ?? 0} to={request.dueAt} label={word('request-due', request.due)} /></>}
        </p>
        {request.remark !== undefined && <p class="notice notice-warn">{t('paper.remark', request.remark)}</p>}
        <Acknowledge request={request} />
        <Answered request={request} />
        {request.warning !== undefined && <p class="notice notice-warn">{t('paper.warned', word('warning', request.warning))}</p>}
        {request.found !== undefined && <p class="notice">{t('paper.found', request.found)}</p>}
        {supplements && <p class="notice">{t('paper.supplement')}</p>}
        {mayWrite && (
          <p class="row">
            <button type="button" onClick={() => (preview.value = !preview.value)}>{preview.value ? t('paper.write') : t('paper.preview')}</button>
            <span class="muted" role="status">{t(`editor.${editor.state.value}`)}</span>
          </p>
        )}
        {mayWrite && editor.state.value === 'conflict' && (
          <p class="notice notice-bad row">
            {t('editor.conflict-what')}
            <button type="button" onClick={() => void editor.resolve(true)}>{t('editor.keep-mine')}</button>
            <button type="button" onClick={() => void editor.resolve(false)}>{t('editor.take-theirs')}</button>
          </p>
        )}
        {writing ? <FormFields form={form} missing={request.missing} edit={(change) => editor.edit(change)} /> : <Reading request={request} form={form} marks={marks} />}
        <Acts request={request} editor={editor} />
        <History request={request} />
      </article>
      <aside class="paper-side" aria-label={t('paper.side')} tabIndex={0}>
        {quoted !== undefined && (
          <section><h3>{t('paper.about')}</h3><blockquote><b>{quoted.from}: {quoted.subject}</b>{quoted.html === undefined ? <p>{quoted.text}</p> : <div dangerouslySetInnerHTML={{ __html: quoted.html }} />}</blockquote></section>
        )}
        <Register />
        <Treaties />
        <Profiles />
        <Law kind={request.form.kind} />
      </aside>
    </div>
  );
}

function Track({ status }: { status: string }) {
  const steps = order.includes(status) ? order : [...order.slice(0, 4), status];
  const here = steps.indexOf(status);
  return (
    <ol class="track" aria-label={t('paper.track')}>
      {steps.map((step, n) => (
        <li key={step} class={n < here ? 'is-past' : n === here ? 'is-here' : ''} aria-current={n === here ? 'step' : undefined}>
          <span aria-hidden="true">{n < here ? '✓' : n === here ? '●' : '○'}</span> {word('request-status', step)}
        </li>
      ))}
    </ol>
  );
}

function Answered({ request }: { request: RequestView }) {
  const session = useSession();
  if (request.answer === undefined && request.missing.length === 0) return null;
  return (
    <div class="notice">
      {request.answer !== undefined && <p><b>{t('paper.answer', word('answer', request.answer))}</b>{request.ground !== undefined && request.ground !== '' && <> {t('paper.ground', word('ground', request.ground))}</>}</p>}
      {request.narrower !== undefined && <p class="written">{t('paper.narrower', narrowerText(session, request.narrower))}</p>}
      {request.handed.length > 0 && <ul>{request.handed.map((one) => <li key={one.dataSet}>{one.name}{one.sha256 !== undefined && <> <span class="ltr">SHA-256 {one.sha256}</span></>}</li>)}</ul>}
      {request.otherUse !== undefined && <p>{t('paper.other-use', word('other-use', request.otherUse), request.otherPurpose ?? '')}</p>}
      {request.missing.length > 0 && <p>{t('paper.missing', request.missing.map((id) => word('field', id)).join('; '))}</p>}
      {request.reasons !== undefined && request.reasons !== '' && <p class="written">{request.reasons}</p>}
      {request.conditions !== undefined && request.conditions !== '' && <p class="written">{t('paper.conditions', request.conditions)}</p>}
    </div>
  );
}

/** The narrower text in words: what, which class, from when to when. */
function narrowerText(session: Session, scope: Scope): string {
  const data = scope.dataSets.map((id) => session.one('data', id)?.name ?? id);
  const properties = (scope.property ?? []).map((id) => session.one('property', id)?.name ?? id);
  const period = scope.fromUtc === undefined && scope.toUtc === undefined ? [] : [`${toUtcField(scope.fromUtc)} – ${toUtcField(scope.toUtc)} UTC`];
  const sum = scope.amount === undefined ? [] : [t('form.sum-of', scope.amount)];
  return [...data, ...properties, ...sum, ...scope.classes.map((one) => word('data-class', one)), ...scope.identifiers, ...period].join('; ');
}

/** What the kind rests on: articles of the Convention with how far their text is verified, and provisions of its model treaties. */
function Law({ kind }: { kind: string }) {
  const law = formOf(useSession(), kind).law;
  const [articles, models] = [law.filter((one) => one.source.startsWith('uncc:')), law.filter((one) => !one.source.startsWith('uncc:'))];
  return (
    <section>
      <h3>{t('paper.law')}</h3>
      <ul>
        {articles.map(({ source, level }) => <li key={source}><a href={`/articles/${source.slice(5)}`} target="_blank" rel="noopener">{t('rests.article', source.slice(5))}</a> {word('law-level', level)}</li>)}
        {models.map(({ source }) => <li key={source}>{word('basis', source.split(':')[0] ?? '')} {source.split(':')[1]}</li>)}
      </ul>
    </section>
  );
}

function History({ request }: { request: RequestView }) {
  const session = useSession();
  return (
    <section aria-labelledby="history-title">
      <h3 id="history-title">{t('paper.history')}</h3>
      <ol class="history">
        {request.history.map((step, n) => (
          <li key={n}><When at={step.at} /> {word('request-status', step.what)}: {session.people.value[step.by] ?? step.by}{step.note !== undefined && step.note !== '' && <>. <span class="written">{word('request-note', step.note)}</span></>}</li>
        ))}
      </ol>
    </section>
  );
}

/** The register of contacts: the numbers one may trust, whatever a message says. */
export function Register({ only }: { only?: string }) {
  const session = useSession();
  const entries = session.all('authority').filter((authority) => authority.inRegister && (only === undefined || authority.id === only));
  return (
    <section>
      <h3>{t('register.title')}</h3>
      {entries.length === 0 && <p class="notice notice-warn">{t('register.none')}</p>}
      {entries.map((entry) => (
        <details key={entry.id} open={only !== undefined}>
          <summary>{entry.name}, {entry.stateName}</summary>
          <p>
            {word('authority-kind', entry.authorityKind)}<br />
            {t('register.telephone')} <span class="ltr">{entry.telephone || '–'}</span><br />
            {t('register.mail')} <span class="ltr">{entry.mail || '–'}</span><br />
            {entry.hours}<br />
            {t('register.channels', entry.channels.map((channel) => word('channel-of-request', channel)).join(', '))}
          </p>
        </details>
      ))}
    </section>
  );
}

function Treaties() {
  const session = useSession();
  const treaties = session.all('treaty');
  const states = new Map(session.all('authority').map((authority) => [authority.state, authority.stateName]));
  if (treaties.length === 0) return null;
  return (
    <section>
      <h3>{t('paper.treaties')}</h3>
      <ul>{treaties.map((treaty, n) => <li key={n}>{word('basis', treaty.basis)}: {treaty.between.map((state) => states.get(state) ?? state).join(', ')}</li>)}</ul>
    </section>
  );
}
