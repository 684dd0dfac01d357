import { type Signal, useSignal } from '@preact/signals';
import type { FeedView } from '../contract/records';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { language, t } from '../texts/texts';
import { draft } from './drafts';
import { control, fromName } from './names';

interface Props {
  draftKey: string;
  to?: string;
  /** Where the receiver is chosen elsewhere on the page, too. */
  choice?: Signal<string>;
  about?: string;
  quote?: FeedView;
  onSent?: () => void;
}

/** A message to a contact. The button says to whom; the text is kept until the server has it. */
export function Compose({ draftKey, to, choice, about, quote, onSent }: Props) {
  const session = useSession();
  const text = draft(draftKey);
  const own = useSignal(to ?? '');
  const chosen = choice ?? own;
  const contacts = [...session.all('contact'), { id: control, name: t('compose.control') }];
  const name = contacts.find((contact) => contact.id === chosen.value)?.name ?? chosen.value;
  const done = (accepted: boolean) => {
    if (!accepted) return;
    text.value = '';
    onSent?.();
  };
  return (
    <form class="compose" onSubmit={(event) => event.preventDefault()}>
      {to === undefined && (
        <label>{t('compose.to')}
          <select value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
            <option value="">{t('compose.choose')}</option>
            {contacts.map((contact) => <option key={contact.id} value={contact.id}>{contact.name}</option>)}
          </select>
        </label>
      )}
      <label>{quote === undefined ? t('compose.text') : t('compose.cover')}
        <textarea value={text.value} maxLength={quote === undefined ? 4000 : 1500} onInput={(event) => (text.value = event.currentTarget.value)} />
      </label>
      {quote !== undefined && <p class="muted">{t('compose.quotes', quote.subject)}</p>}
      <ActButton
        primary
        place={`message.${draftKey}`}
        label={name === '' ? t('compose.send') : t('compose.send-to', name)}
        disabled={chosen.value === '' || (text.value.trim() === '' && quote === undefined)}
        command={() => ({ kind: 'send-message', to: chosen.value, text: whole(text.value, quote), language: language(), ...(about === undefined ? {} : { about }) })}
        onAnswer={(answer) => done(answer?.status === 'accepted')}
      />
    </form>
  );
}

function whole(text: string, quote: FeedView | undefined): string {
  if (quote === undefined) return text;
  const body = quote.text ?? new DOMParser().parseFromString(quote.html ?? '', 'text/html').body.textContent ?? '';
  return `${text}\n\n> ${fromName(quote)}: ${quote.subject}\n${body.trim().split('\n').map((line) => `> ${line}`).join('\n')}`.slice(0, 4000);
}
