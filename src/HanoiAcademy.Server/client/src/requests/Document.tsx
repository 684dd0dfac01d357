import type { ComponentChildren } from 'preact';
import type { RequestForm, RequestView } from '../contract/records';
import { useSession } from '../shell/context';
import { When } from '../shell/When';
import { t, word } from '../texts/texts';
import { advised, formOf, required, utc } from './form';
import { usePage } from './pages';
import { called, who } from './who';

interface Props {
  request: RequestView;
  form: RequestForm;
  /** Parts that changed since this person last saw the paper. */
  marks: ReadonlySet<string>;
  /** Parts that somebody writes at this moment. */
  growing: ReadonlySet<string>;
}

/** The paper as the receiver will have it: header block, numbered sections, signature block. Empty parts are "(empty)". */
export function Document({ request, form, marks, growing }: Props) {
  const session = useSession();
  const of = formOf(session, form.kind);
  const authority = (id: string) => session.one('authority', id);
  const named = (id: string) => request.names?.[id] ?? session.one('data', id)?.name ?? session.one('property', id)?.name ?? session.one('evidence', id)?.name ?? id;
  const part = (id: string, name: string, text: string) => (
    <div key={id} class={marks.has(id) ? 'part is-changed' : 'part'}>
      <dt>
        {name}
        {marks.has(id) && <> <span class="badge badge-watch">{t('paper.changed')}</span></>}
        {growing.has(id) && <> <span class="badge"><span aria-hidden="true">✎</span> {called(session, request.writer ?? '')}</span></>}
      </dt>
      <dd class={text === '' ? 'muted' : 'written'}>{text === '' ? t('form.empty') : <bdi>{text}</bdi>}</dd>
    </div>
  );
  const field = (id: string) => part(id, word('field', id), id === 'request-type' ? (form.fields[id] ? word('request-type', form.fields[id]) : '') : (form.fields[id] ?? ''));
  const period = form.scope.fromUtc === undefined && form.scope.toUtc === undefined ? '' : `${utc(form.scope.fromUtc)} – ${utc(form.scope.toUtc)} UTC`;
  const things = [...form.scope.dataSets, ...(form.scope.property ?? [])].map(named);
  const header = of.header.filter((id) => id !== 'own-reference' && id !== 'tlp');
  const from = authority(form.from);
  const to = authority(form.to);
  const sent = request.history.find((step) => step.what === 'sent');
  const tlp = form.fields['tlp'] ?? '';
  return (
    <div class="sheet-of-paper">
      <div class={usePage('head')}>
        <p class="exercise-line">{t('bar.exercise')}</p>
        <header class="letterhead">
          <div>
            <b>{request.fromName || from?.name || t('form.empty')}</b>
            <span>{request.fromState || from?.stateName}</span>
          </div>
          <div class="letter-end">
            <span class={marks.has('tlp') ? 'tlp is-changed' : 'tlp'}>{tlp === '' ? t('paper.no-tlp') : `TLP:${tlp.replace(/^TLP:/, '')}`}</span>
            <span>{word('field', 'own-reference')} <b class="ltr">{form.fields['own-reference'] || t('form.empty')}</b></span>
            {sent !== undefined && <span><When at={sent.at} full /></span>}
          </div>
        </header>
        <h3 class="subject">{t('paper.title', word('request-kind', form.kind))}</h3>
        <dl class="header-block">
          {part('to', t('form.to'), [request.toName || to?.name, request.toState || to?.stateName].filter(Boolean).join(', '))}
          {part('channel', t('form.channel'), form.channel === '' ? '' : word('channel-of-request', form.channel))}
          {part('basis', t('form.basis'), form.basis === '' ? '' : word('basis', form.basis))}
          {header.map(field)}
        </dl>
      </div>
      <Section page="facts" n={1} title={t('form.section.facts')}><dl>{required(of).map((one) => field(one.id))}</dl></Section>
      <Section page="scope" n={2} title={t('form.section.scope')}>
        <dl>
          {part('scope', t(of.asksProperty ? 'form.properties' : 'form.data-sets'), things.join('\n'))}
          {form.scope.amount !== undefined && part('amount', t('form.amount'), String(form.scope.amount))}
          {part('classes', t('form.classes'), form.scope.classes.map((one) => word('data-class', one)).join(', '))}
          {part('identifiers', t('form.identifiers-short'), form.scope.identifiers.join('\n'))}
          {part('period', t('form.period'), period)}
        </dl>
      </Section>
      <Section page="advised" n={3} title={t('form.section.advised')}>
        <dl>
          {advised(of).map((one) => field(one.id))}
          {part('attachments', t('form.attachments'), form.attachments.map(named).join('\n'))}
        </dl>
        <Signature request={request} />
      </Section>
    </div>
  );
}

function Section({ page, n, title, children }: { page: string; n: number; title: string; children: ComponentChildren }) {
  return <section class={usePage(page)}><h3>{n}. {title}</h3>{children}</section>;
}

function Signature({ request }: { request: RequestView }) {
  const session = useSession();
  const signed = request.history.findLast((step) => step.what === 'authorised');
  const receives = request.direction === 'in';
  return (
    <footer class="signature">
      <span class="signature-line">{request.authorisedBy === undefined ? (receives ? request.form.fields['person'] || t('form.empty') : t('paper.unsigned')) : t('paper.signed', who(session, request.authorisedBy, signed?.at))}</span>
      {request.authorisedBy !== undefined && signed !== undefined && <When at={signed.at} full />}
      {request.oral !== undefined && request.oral !== 'may' && <span>{word('oral', request.oral)}</span>}
    </footer>
  );
}
