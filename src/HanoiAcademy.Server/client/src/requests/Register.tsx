import type { AuthorityView } from '../contract/records';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';

/** The register of contacts: the numbers one may trust, whatever a message says. The one the paper names comes first, open. */
export function Register({ first }: { first: string }) {
  const entries = useSession().all('authority').filter((authority) => authority.inRegister);
  const named = entries.find((entry) => entry.id === first);
  const states = [...new Set(entries.map((entry) => entry.stateName))];
  return (
    <section>
      <h3>{t('register.title')}</h3>
      {named !== undefined && <Entry entry={named} open />}
      {states.map((state) => (
        <details key={state}>
          <summary>{state}</summary>
          {entries.filter((entry) => entry.stateName === state && entry !== named).map((entry) => <Entry key={entry.id} entry={entry} />)}
        </details>
      ))}
    </section>
  );
}

function Entry({ entry, open }: { entry: AuthorityView; open?: boolean }) {
  return (
    <details open={open} class="register-entry">
      <summary>{entry.name}</summary>
      <p>
        {word('authority-kind', entry.authorityKind)}, {entry.stateName}<br />
        {t('register.telephone')} <span class="ltr">{entry.telephone || '–'}</span><br />
        {t('register.mail')} <span class="ltr">{entry.mail || '–'}</span><br />
        {entry.hours}<br />
        {t('register.channels', entry.channels.map((channel) => word('channel-of-request', channel)).join(', '))}
      </p>
    </details>
  );
}
