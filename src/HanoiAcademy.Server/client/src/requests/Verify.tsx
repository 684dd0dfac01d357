import { useSignal } from '@preact/signals';
import type { RequestView } from '../contract/records';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { Register } from './Paper';

/** Is the sender who he says? The message and the register side by side; which number is called is the receiver's choice. */
export function Verify({ request }: { request: RequestView }) {
  const session = useSession();
  const called = useSignal('');
  const finding = useSignal('');
  const entry = session.one('authority', request.form.from);
  return (
    <fieldset class="verify">
      <legend>{t('verify.title')}</legend>
      <div class="verify-sides">
        <section>
          <h3>{t('verify.message-title')}</h3>
          <dl>
            <dt>{t('form.from')}</dt><dd>{request.fromName}</dd>
            {['person', 'telephone', 'hours', 'second-contact'].map((id) => <div key={id}><dt>{word('field', id)}</dt><dd class="ltr">{request.form.fields[id] ?? t('form.empty')}</dd></div>)}
          </dl>
        </section>
        <Register only={entry?.inRegister === true ? entry.id : request.form.from} />
      </div>
      <p id={`call-${request.id}`}>{t('verify.call')}</p>
      {['register', 'message', 'none'].map((one) => (
        <label key={one}><input type="radio" name={`called-${request.id}`} checked={called.value === one} onChange={() => (called.value = one)} /> {t(`verify.${one as 'register' | 'message' | 'none'}`)}</label>
      ))}
      <p>{t('verify.finding')}</p>
      {['authentic', 'not-authentic'].map((one) => (
        <label key={one}><input type="radio" name={`finding-${request.id}`} checked={finding.value === one} onChange={() => (finding.value = one)} /> {t(`verify.${one as 'authentic' | 'not-authentic'}`)}</label>
      ))}
      <ActButton place={`verify.${request.id}`} about={`request:${request.id}`} label={t('verify.record')} disabled={called.value === '' || finding.value === ''}
        command={() => ({ kind: 'verify-request', request: request.id, authentic: finding.value === 'authentic', calledBack: called.value })} />
    </fieldset>
  );
}
