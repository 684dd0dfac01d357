import type { RequestForm, RequestView } from '../contract/records';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { advised, formOf, required, toUtcField } from './form';

/** The paper as the receiver sees it, empty parts as "(empty)". */
export function Reading({ request, form, marks }: { request: RequestView; form: RequestForm; marks: ReadonlySet<string> }) {
  const session = useSession();
  const of = formOf(session, form.kind);
  const properties = (form.scope.property ?? []).map((id) => session.one('property', id)?.name ?? id).join(', ');
  const sum = form.scope.amount === undefined ? '' : t('form.sum-of', form.scope.amount);
  const authority = (id: string) => session.one('authority', id)?.name ?? id;
  const part = (id: string, name: string, text: string) => (
    <div key={id} class={marks.has(id) ? 'part is-changed' : 'part'}>
      <dt>{name}{marks.has(id) && <span class="badge badge-watch">{t('paper.changed')}</span>}</dt>
      <dd class={text === '' ? 'muted' : 'written'}>{text === '' ? t('form.empty') : text}</dd>
    </div>
  );
  const field = (id: string) => part(id, word('field', id), form.fields[id] ?? '');
  const data = form.scope.dataSets.map((id) => session.one('data', id)?.name ?? id).join(', ');
  const period = form.scope.fromUtc === undefined && form.scope.toUtc === undefined ? '' : `${toUtcField(form.scope.fromUtc)} – ${toUtcField(form.scope.toUtc)} UTC`;
  return (
    <div class="sheet-of-paper">
      <p class="exercise-line">{t('bar.exercise')}</p>
      <dl>
        {part('from', t('form.from'), request.fromName || authority(form.from))}
        {part('to', t('form.to'), request.toName || authority(form.to))}
        {part('channel', t('form.channel'), form.channel === '' ? '' : word('channel-of-request', form.channel))}
        {part('basis', t('form.basis'), form.basis === '' ? '' : word('basis', form.basis))}
        {of.header.filter((id) => (form.fields[id] ?? '') !== '').map(field)}
      </dl>
      <h3>{t('form.asked')}</h3>
      <dl>
        {required(of).map((one) => field(one.id))}
        {part('scope', t('form.scope'), [data, properties, sum, form.scope.classes.map((one) => word('data-class', one)).join(', '), form.scope.identifiers.join('\n'), period].filter((text) => text !== '').join('\n'))}
        {advised(of).map((one) => field(one.id))}
        {part('attachments', t('form.attachments'), form.attachments.map((id) => session.one('evidence', id)?.name ?? id).join(', '))}
      </dl>
      <p class="signature">{request.authorisedBy === undefined ? t('paper.unsigned') : t('paper.signed', session.people.value[request.authorisedBy] ?? request.authorisedBy)}</p>
    </div>
  );
}
