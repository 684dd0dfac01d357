import type { ComponentChildren } from 'preact';
import type { RequestForm } from '../contract/records';
import type { Session } from '../link/session';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { dateFields, readDate } from './dates';
import { advised, formOf, fromUtcField, kindsOf, longHeader, required, tlps, toUtcField, withField } from './form';
import { usePage } from './pages';

interface Props {
  form: RequestForm;
  missing: string[];
  /** Sender and receiver stay as they are: a mended request goes back to where it came from. */
  fixed?: boolean | undefined;
  /** Words for what the paper names and this team may not know otherwise. */
  names?: Record<string, string> | undefined;
  edit: (change: (form: RequestForm) => RequestForm) => void;
}

/** The form. Everything is on offer, nothing compulsory, nothing marked wrong; on a phone one section a page. */
export function FormFields(props: Props) {
  const of = formOf(useSession(), props.form.kind);
  const field = (id: string, long: boolean) => <Field key={id} id={id} long={long} {...props} />;
  return (
    <form class="request-form" onSubmit={(event) => event.preventDefault()}>
      <Section n={1} id="address"><Address {...props} /></Section>
      <Section n={2} id="header">{of.header.map((id) => field(id, longHeader.has(id)))}</Section>
      <Section n={3} id="facts">{required(of).map(({ id, long }) => field(id, long))}</Section>
      <Section n={4} id="scope"><ScopeFields {...props} /></Section>
      <Section n={5} id="advised">{advised(of).map(({ id, long }) => field(id, long))}</Section>
      <Section n={6} id="attachments"><Attachments {...props} /></Section>
    </form>
  );
}

function Section({ n, id, children }: { n: number; id: 'address' | 'header' | 'facts' | 'scope' | 'advised' | 'attachments'; children: ComponentChildren }) {
  return <fieldset class={`form-section form-${id} ${usePage(id)}`}><legend>{n}. {t(`form.section.${id}`)}</legend>{children}</fieldset>;
}

function Field({ id, long, form, missing, edit }: Props & { id: string; long: boolean }) {
  const text = form.fields[id] ?? '';
  const set = (value: string) => edit((now) => withField(now, id, value));
  return (
    <label class={missing.includes(id) ? 'field is-asked' : 'field'}>
      {word('field', id)}{missing.includes(id) && <span class="badge badge-watch">{t('form.asked-for')}</span>}
      {id === 'request-type' ? <Choice value={text} values={['new', 'extension', 'follow-up']} group="request-type" onChange={set} />
        : id === 'tlp' ? <Choice value={text} values={text === '' || tlps.includes(text) ? tlps : [...tlps, text]} group="tlp" onChange={set} />
        : long ? <textarea rows={3} maxLength={4000} value={text} onInput={(event) => set(event.currentTarget.value)} />
        : <input maxLength={500} value={text} onInput={(event) => set(event.currentTarget.value)} />}
      {dateFields.has(id) && text.trim() !== '' && readDate(text) !== 'date' && <span class="form-check">{t(`form.date-${readDate(text) as 'none' | 'no-zone'}`)}</span>}
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

function Address({ form, fixed, edit }: Props) {
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
        <select value={form.from} disabled={fixed} onChange={(event) => { const from = event.currentTarget.value; edit((now) => ({ ...now, from })); }}>
          <option value="">{t('compose.choose')}</option>{names(mine)}
        </select>
      </label>
      <label class="field">{t('form.to')}
        <select value={form.to} disabled={fixed} onChange={(event) => { const to = event.currentTarget.value; edit((now) => ({ ...now, to })); }}>
          <option value="">{t('compose.choose')}</option>{names(authorities.filter((authority) => !authority.mine))}
        </select>
      </label>
      <label class="field">{t('form.channel')}<Choice value={form.channel} values={of.channels} group="channel-of-request" onChange={(channel) => edit((now) => ({ ...now, channel }))} /></label>
      <label class="field">{t('form.basis')}<Choice value={form.basis} values={of.bases} group="basis" onChange={(basis) => edit((now) => ({ ...now, basis }))} /></label>
    </>
  );
}

/** What is asked for, picked from what this team knows, so that the rules can compare it; identifiers can also be written. */
export function ScopeFields({ form, names = {}, edit }: Props) {
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
  // What the paper names is on offer too: its receiver may know of it by the paper alone.
  const known = [...session.all('data').map((one) => ({ ...one, text: `${one.name}, ${one.holder}, ${one.stateName}` })), ...named(names, session, scope.dataSets)];
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
        {known.map((data) => <label key={data.id}><input type="checkbox" checked={scope.dataSets.includes(data.id)} onChange={() => set({ dataSets: flip(scope.dataSets, data.id) })} /> {data.text}</label>)}
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

function named(names: Record<string, string>, session: Session, ids: string[]): { id: string; text: string; identifiers: string[] }[] {
  return [...new Set([...Object.keys(names), ...ids])]
    .filter((id) => session.one('data', id) === undefined && session.one('property', id) === undefined && session.one('evidence', id) === undefined)
    .map((id) => ({ id, text: names[id] ?? id, identifiers: [] }));
}

function Attachments({ form, edit }: Props) {
  const session = useSession();
  const items = session.all('evidence');
  const flip = (id: string) => edit((now) => ({ ...now, attachments: now.attachments.includes(id) ? now.attachments.filter((other) => other !== id) : [...now.attachments, id] }));
  if (items.length === 0) return <p class="muted">{t('evidence.none')}</p>;
  return <>{items.map((item) => <label key={item.id}><input type="checkbox" checked={form.attachments.includes(item.id)} onChange={() => flip(item.id)} /> {item.name}</label>)}</>;
}
