import type { RequestForm, RequestView } from '../contract/records';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { formOf } from './form';
import { usePage } from './pages';
import { Profiles } from './Profiles';
import { Register } from './Register';

interface Props {
  request: RequestView;
  form: RequestForm;
  /** Null while nobody may write here. */
  edit: ((change: (form: RequestForm) => RequestForm) => void) | null;
}

/** What to know and to hand while one reads or writes: State profile, register, evidence to attach, the article with its level. */
export function Aside({ request, form, edit }: Props) {
  const session = useSession();
  const quoted = request.about === undefined ? undefined : session.one('feed', request.about);
  return (
    <aside class={`paper-side ${usePage('aside')}`} aria-label={t('paper.side')} tabIndex={0}>
      {quoted !== undefined && (
        <details open>
          <summary>{t('paper.about')}</summary>
          <blockquote><b>{quoted.from}: {quoted.subject}</b>{quoted.html === undefined ? <p>{quoted.text}</p> : <div dangerouslySetInnerHTML={{ __html: quoted.html }} />}</blockquote>
        </details>
      )}
      <Profiles of={request.direction === 'in' ? [form.from, form.to] : [form.to, form.from]} />
      <Register first={request.direction === 'in' ? form.from : form.to} />
      {edit !== null && <Attach form={form} edit={edit} />}
      <Law kind={form.kind} />
      <Treaties />
    </aside>
  );
}

function Attach({ form, edit }: { form: RequestForm; edit: NonNullable<Props['edit']> }) {
  const items = useSession().all('evidence');
  const flip = (id: string) => edit((now) => ({ ...now, attachments: now.attachments.includes(id) ? now.attachments.filter((other) => other !== id) : [...now.attachments, id] }));
  return (
    <section class="attach-side">
      <h3>{t('paper.attach')}</h3>
      {items.length === 0 && <p class="muted">{t('evidence.none')}</p>}
      <ul class="plain">
        {items.map((item) => (
          <li key={item.id}>
            <label><input type="checkbox" checked={form.attachments.includes(item.id)} onChange={() => flip(item.id)} /> {item.name} <span class="muted">{word('evidence-state', item.state)}</span></label>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the kind rests on: articles of the Convention with how far their text is verified, and provisions of its model treaties. */
function Law({ kind }: { kind: string }) {
  const law = formOf(useSession(), kind).law;
  const [articles, models] = [law.filter((one) => one.source.startsWith('uncc:')), law.filter((one) => !one.source.startsWith('uncc:'))];
  if (law.length === 0) return null;
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
