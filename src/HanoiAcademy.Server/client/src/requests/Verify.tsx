import type { RequestView } from '../contract/records';
import { draft } from '../room/drafts';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';

/** Is the sender who he says? The message and the register line by line; which number is called is the receiver's choice. */
export function Verify({ request }: { request: RequestView }) {
  const session = useSession();
  const called = draft(`called.${request.id}`);
  const finding = draft(`finding.${request.id}`);
  const found = session.one('authority', request.form.from);
  const entry = found?.inRegister === true ? found : undefined;
  const said = (id: string) => request.form.fields[id] || t('form.empty');
  const channels = entry?.channels.map((one) => word('channel-of-request', one)).join(', ');
  const lines: [name: string, message: string, register: string | undefined][] = [
    [t('verify.name'), [request.fromName, request.fromState].filter(Boolean).join(', '), entry && `${entry.name}, ${entry.stateName}`],
    [t('register.telephone'), said('telephone'), entry?.telephone],
    [word('field', 'hours'), said('hours'), entry?.hours],
    [t('form.channel'), request.form.channel === '' ? t('form.empty') : word('channel-of-request', request.form.channel), channels],
    [word('field', 'person'), said('person'), undefined],
    [word('field', 'second-contact'), said('second-contact'), undefined],
    [t('register.mail'), '–', entry?.mail],
  ];
  return (
    <fieldset class="verify">
      <legend>{t('verify.title')}</legend>
      {entry === undefined && <p class="notice notice-warn">{t('register.none')}</p>}
      <table class="verify-sides">
        <thead><tr><td /><th scope="col">{t('verify.message-title')}</th><th scope="col">{t('verify.register-title')}</th></tr></thead>
        <tbody>
          {lines.map(([name, message, register]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-label={t('verify.message-title')}><bdi>{message}</bdi></td>
              <td data-label={t('verify.register-title')}><bdi>{register || '–'}</bdi></td>
            </tr>
          ))}
        </tbody>
      </table>
      <fieldset class="choices">
        <legend>{t('verify.call')}</legend>
        {['register', 'message', 'none'].map((one) => (
          <label key={one} class="choice"><input type="radio" name={`called-${request.id}`} checked={called.value === one} onChange={() => (called.value = one)} /> {t(`verify.${one as 'register' | 'message' | 'none'}`)}</label>
        ))}
      </fieldset>
      <fieldset class="choices">
        <legend>{t('verify.finding')}</legend>
        {['authentic', 'not-authentic'].map((one) => (
          <label key={one} class="choice"><input type="radio" name={`finding-${request.id}`} checked={finding.value === one} onChange={() => (finding.value = one)} /> {t(`verify.${one as 'authentic' | 'not-authentic'}`)}</label>
        ))}
      </fieldset>
      <ActButton place={`verify.${request.id}`} about={`request:${request.id}`} label={t('verify.record')} disabled={called.value === '' || finding.value === ''}
        command={() => ({ kind: 'verify-request', request: request.id, authentic: finding.value === 'authentic', calledBack: called.value })} />
    </fieldset>
  );
}
