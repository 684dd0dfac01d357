import type { RequestForm, RequestView } from '../contract/records';
import { draft } from '../room/drafts';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { formOf, required } from './form';
import { usePage } from './pages';

/** Where the scenario turns guidance on: what this kind asks for, as a list. The trainee ticks it; the screen judges nothing. */
export function Guide({ request, form }: { request: RequestView; form: RequestForm }) {
  const of = formOf(useSession(), form.kind);
  const kept = draft(`guide.${request.id}`);
  const page = usePage('facts');
  if (of.guidance !== true) return null;
  const ticked = new Set(kept.value.split(' ').filter((id) => id !== ''));
  const flip = (id: string) => {
    if (!ticked.delete(id)) ticked.add(id);
    kept.value = [...ticked].join(' ');
  };
  const lines = [
    ...required(of).map(({ id }) => ({ id, text: word('field', id) })),
    ...(['to', 'channel', 'basis'] as const).map((id) => ({ id, text: t(`form.${id}`) })),
    { id: 'scope', text: t('form.section.scope') },
  ];
  return (
    <fieldset class={`guide ${page}`}>
      <legend>{t('guide.title', word('request-kind', form.kind))}</legend>
      <p class="muted">{t('guide.what')}</p>
      {lines.map(({ id, text }) => <label key={id}><input type="checkbox" checked={ticked.has(id)} onChange={() => flip(id)} /> {text}</label>)}
    </fieldset>
  );
}
