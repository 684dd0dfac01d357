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
  const message: [string, string][] = [
    [t('verify.name'), [request.fromName, request.fromState].filter(Boolean).join(', ')],
    [word('field', 'telephone'), said('telephone')],
    [word('field', 'hours'), said('hours')],
    [word('field', 'person'), said('person')],
    [word('field', 'second-contact'), said('second-contact')],
    [t('form.channel'), request.form.channel === '' ? t('form.empty') : word('channel-of-request', request.form.channel)],
  ];
  const register: [string, string][] = entry === undefined ? [] : [
    [t('verify.name'), `${entry.name}, ${entry.stateName}`],
    [t('register.telephone'), entry.telephone || '–'],
    [word('field', 'hours'), entry.hours || '–'],
    [t('register.mail'), entry.mail || '–'],
    [t('form.channel'), entry.channels.map((one) => word('channel-of-request', one)).join(', ')],
  ];
  return (
    <fieldset class="verify">
      <legend>{t('verify.title')}</legend>
      <div class="verify-sides">
        <Side title={t('verify.message-title')} lines={message} />
        <Side title={t('verify.register-title')} lines={register} none={t('register.none')} />
      </div>
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

function Side({ title, lines, none }: { title: string; lines: [string, string][]; none?: string }) {
  return (
    <section class="verify-side">
      <h4>{title}</h4>
      {lines.length === 0 ? <p class="notice notice-warn">{none}</p> : <dl>{lines.map(([name, text]) => <div key={name}><dt>{name}</dt><dd class="ltr">{text}</dd></div>)}</dl>}
    </section>
  );
}
