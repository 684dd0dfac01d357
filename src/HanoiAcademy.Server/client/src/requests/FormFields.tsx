import { useSignal } from '@preact/signals';
import type { RequestForm } from '../contract/records';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { advised, formOf, fromUtcField, kindsOf, longHeader, required, toUtcField, withField } from './form';

interface Props {
  form: RequestForm;
  missing: string[];
  edit: (change: (form: RequestForm) => RequestForm) => void;
}

const sections = ['address', 'header', 'facts', 'scope', 'advised', 'attachments'] as const;

/** The form. Everything is on offer, nothing compulsory, nothing marked wrong; on a phone one section a page. */
export function FormFields({ form, missing, edit }: Props) {
  const page = useSignal(0);
  const of = formOf(useSession(), form.kind);
  return (
    <form class="request-form" data-page={page.value} onSubmit={(event) => event.preventDefault()}>
      {sections.map((section, n) => (
        <fieldset key={section} class={n === page.value ? 'is-page' : ''}>
          <legend>{n + 1}. {t(`form.section.${section}`)}</legend>
          {section === 'address' && <Address form={form} missing={missing} edit={edit} />}
          {section === 'header' && of.header.map((id) => <Field key={id} id={id} long={longHeader.has(id)} form={form} missing={missing} edit={edit} />)}
          {section === 'facts' && required(of).map((field) => <Field key={field.id} id={field.id} long={field.long} form={form} missing={missing} edit={edit} />)}
          {section === 'scope' && <ScopeFields form={form} missing={missing} edit={edit} />}
          {section === 'advised' && advised(of).map((field) => <Field key={field.id} id={field.id} long={field.long} form={form} missing={missing} edit={edit} />)}
          {section === 'attachments' && <Attachments form={form} missing={missing} edit={edit} />}
        </fieldset>
      ))}
      <div class="form-foot">
        <button type="button" disabled={page.value === 0} onClick={() => (page.value -= 1)}>{t('form.back')}</button>
        <span class="tabular">{t('form.page', page.value + 1, sections.length)}</span>
        <button type="button" disabled={page.value === sections.length - 1} onClick={() => (page.value += 1)}>{t('form.next')}</button>
      </div>
    </form>
  );
}

function Field({ id, long, form, missing, edit }: Props & { id: string; long: boolean }) {
  const text = form.fields[id] ?? '';
  const set = (value: string) => edit((now) => withField(now, id, value));
  return (
    <label class={missing.includes(id) ? 'field is-asked' : 'field'}>
      {word('field', id)}{missing.includes(id) && <span class="badge badge-watch">{t('form.asked-for')}</span>}
      {id === 'request-type' ? <Choice value={text} values={['new', 'extension', 'follow-up']} group="request-type" onChange={set} />
        : long ? <textarea rows={3} maxLength={4000} value={text} onInput={(event) => set(event.currentTarget.value)} />
        : <input maxLength={500} value={text} onInput={(event) => set(event.currentTarget.value)} />}
    </label>
  );
}

function Choice({ value, values, group, onChange }: { value: string; values: string[]; group: string; onChange: (value: string) => void }) {
  return (
    <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{t('compose.choose')}</option>
      {values.map((one) => <option key={one} value={one}>{word(group, one)}</option>)}
    </select>
  );
}

function Address({ form, edit }: Props) {
  const session = useSession();
  const authorities = session.all('authority');
  const mine = authorities.filter((authority) => authority.mine);
  const of = formOf(session, form.kind);
  const kinds = kindsOf(session);
  const names = (from: typeof authorities) => from.map((authority) => <option key={authority.id} value={authority.id}>{authority.name}, {authority.stateName}</option>);
  return (
    <>
      {(kinds.length > 1 || !kinds.includes(form.kind)) && <label class="field">{t('form.kind')}<Choice value={form.kind} values={kinds} group="request-kind" onChange={(kind) => edit((now) => ({ ...now, kind }))} /></label>}
      <label class="field">{t('form.from')}
        <select value={form.from} onChange={(event) => { const from = event.currentTarget.value; edit((now) => ({ ...now, from })); }}>
          <option value="">{t('compose.choose')}</option>{names(mine)}
        </select>
      </label>
      <label class="field">{t('form.to')}
        <select value={form.to} onChange={(event) => { const to = event.currentTarget.value; edit((now) => ({ ...now, to })); }}>
          <option value="">{t('compose.choose')}</option>{names(authorities.filter((authority) => !authority.mine))}
        </select>
      </label>
      <label class="field">{t('form.channel')}<Choice value={form.channel} values={of.channels} group="channel-of-request" onChange={(channel) => edit((now) => ({ ...now, channel }))} /></label>
      <label class="field">{t('form.basis')}<Choice value={form.basis} values={of.bases} group="basis" onChange={(basis) => edit((now) => ({ ...now, basis }))} /></label>
    </>
  );
}

/** What is asked for, picked from what this team knows, so that the rules can compare it; identifiers can also be written. */
export function ScopeFields({ form, edit }: Props) {
  const session = useSession();
  const scope = form.scope;
  const of = formOf(session, form.kind);
  const set = (change: Partial<RequestForm['scope']>) => edit((now) => ({ ...now, scope: { ...now.scope, ...change } }));
  const setTime = (which: 'fromUtc' | 'toUtc', text: string) => {
    const ms = fromUtcField(text);
    edit((now) => {
      const next = { ...now.scope };
      if (ms === undefined) delete next[which];
      else next[which] = ms;
      return { ...now, scope: next };
    });
  };
  const flip = (list: string[], one: string) => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one]);
  const known = session.all('data');
  const properties = session.all('property');
  const picked = scope.property ?? [];
  const setProperty = (ids: string[]) => edit((now) => {
    const next = { ...now.scope };
    if (ids.length === 0) delete next.property;
    else next.property = ids;
    return { ...now, scope: next };
  });
  const setAmount = (text: string) => edit((now) => {
    const next = { ...now.scope };
    const amount = Number.parseInt(text.replace(/\D/g, ''), 10);
    if (Number.isSafeInteger(amount)) next.amount = amount;
    else delete next.amount;
    return { ...now, scope: next };
  });
  const offered = [...new Set([...known, ...properties].flatMap((thing) => thing.identifiers))].filter((one) => !scope.identifiers.includes(one));
  return (
    <>
      <fieldset><legend>{t('form.data-sets')}</legend>
        {known.length === 0 && <p class="muted">{t('form.no-data')}</p>}
        {known.map((data) => <label key={data.id}><input type="checkbox" checked={scope.dataSets.includes(data.id)} onChange={() => set({ dataSets: flip(scope.dataSets, data.id) })} /> {data.name}, {data.holder}, {data.stateName}</label>)}
      </fieldset>
      <fieldset><legend>{t('form.classes')}</legend>
        {of.classes.map((one) => <label key={one}><input type="checkbox" checked={scope.classes.includes(one)} onChange={() => set({ classes: flip(scope.classes, one) })} /> {word('data-class', one)}</label>)}
      </fieldset>
      {(of.asksProperty || properties.length > 0) && (
        <fieldset><legend>{t('form.properties')}</legend>
          {properties.length === 0 && <p class="muted">{t('form.no-property')}</p>}
          {properties.map((one) => <label key={one.id}><input type="checkbox" checked={picked.includes(one.id)} onChange={() => setProperty(flip(picked, one.id))} /> {one.name}, {one.holder}, {one.stateName}</label>)}
          <label class="field">{t('form.sum', properties.find((one) => picked.includes(one.id))?.unit ?? '')}<input inputMode="numeric" maxLength={20} value={scope.amount ?? ''} onChange={(event) => setAmount(event.currentTarget.value)} /></label>
        </fieldset>
      )}
      <label class="field">{t('form.identifiers')}
        <textarea class="ltr" rows={3} spellcheck={false} value={scope.identifiers.join('\n')} onInput={(event) => set({ identifiers: event.currentTarget.value.split('\n').filter((line, n, all) => line.trim() !== '' || n === all.length - 1) })} />
      </label>
      {offered.length > 0 && <p class="row">{t('form.known-identifiers')} {offered.map((one) => <button type="button" key={one} class="ltr" onClick={() => set({ identifiers: [...scope.identifiers.filter((line) => line.trim() !== ''), one] })}>+ {one}</button>)}</p>}
      <label class="field">{t('form.from-utc')}<input type="datetime-local" value={toUtcField(scope.fromUtc)} onChange={(event) => setTime('fromUtc', event.currentTarget.value)} /></label>
      <label class="field">{t('form.to-utc')}<input type="datetime-local" value={toUtcField(scope.toUtc)} onChange={(event) => setTime('toUtc', event.currentTarget.value)} /></label>
    </>
  );
}

function Attachments({ form, edit }: Props) {
  const session = useSession();
  const items = session.all('evidence');
  const flip = (id: string) => edit((now) => ({ ...now, attachments: now.attachments.includes(id) ? now.attachments.filter((other) => other !== id) : [...now.attachments, id] }));
  if (items.length === 0) return <p class="muted">{t('evidence.none')}</p>;
  return <>{items.map((item) => <label key={item.id}><input type="checkbox" checked={form.attachments.includes(item.id)} onChange={() => flip(item.id)} /> {item.name}</label>)}</>;
}
