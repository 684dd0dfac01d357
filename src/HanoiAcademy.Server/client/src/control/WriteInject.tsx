import { useSignal } from '@preact/signals';
import type { Answer } from '../contract/messages';
import type { Command } from '../contract/commands';
import { drillTime, duration } from '../clock/words';
import { newId } from '../link/outbox';
import { useSession } from '../shell/context';
import { Sheet } from '../shell/Sheet';
import { language, t, word } from '../texts/texts';
import { Act } from './Act';
import { Addressees } from './Addressees';
import { toPeople } from './PlanRow';
import { reachOf, readTime } from './timeline';
import { nameOf } from './who';

const channels = ['mail', 'call', 'chat', 'alert', 'news', 'social', 'note'];
const attentions = ['quiet', 'normal', 'urgent', 'call'];

/** A controller's own inject: now, at a time, or kept for later; a hint to a team; a broadcast to all. What goes to all is pressed a second time, elsewhere. */
export function WriteInject({ onDone }: { onDone: () => void }) {
  const session = useSession();
  const to = useSignal<readonly string[]>([]);
  const from = useSignal('');
  const fromText = useSignal('');
  const subject = useSignal('');
  const body = useSignal('');
  const channel = useSignal('mail');
  const attention = useSignal('normal');
  const when = useSignal<'now' | 'at' | 'later'>('now');
  const time = useSignal('');
  const id = useSignal(`w-${newId().slice(0, 12)}`);
  const sure = useSignal(false);
  const due = readTime(time.value);
  const now = session.clock.at.value;
  const reach = reachOf(to.value, session.all('seat'));
  const playing = session.status === 'running' || session.status === 'paused';
  const toAll = to.value.includes('all');
  const names = toAll ? t('plan.everybody') : to.value.map((one) => nameOf(session, one)).join(', ');
  const complete = to.value.length > 0 && subject.value.trim() !== '' && body.value.trim() !== '' && (from.value !== '' || fromText.value.trim() !== '') && (when.value !== 'at' || (due !== null && due >= now)) && (when.value !== 'now' || playing);
  const command = (): Command => ({
    kind: 'write-inject', inject: id.value, to: [...to.value], subject: { [language()]: subject.value }, body: { [language()]: body.value }, channel: channel.value, attention: attention.value, tlp: 'GREEN',
    ...(from.value === '' ? { fromText: { [language()]: fromText.value } } : { from: from.value }), ...(when.value === 'at' && due !== null ? { due } : {}),
  });
  // Written first and fired then: the server holds a fire for five seconds, and what was taken back stays in the plan to be mended.
  const written = (answer: Answer | null) => {
    if (answer?.status !== 'accepted') return;
    if (when.value === 'now') void session.outbox.act({ kind: 'fire-inject', inject: id.value }, { place: `fire.${id.value}`, label: t('plan.fired', subject.value) });
    id.value = `w-${newId().slice(0, 12)}`;
    onDone();
  };
  const label = when.value === 'now' ? t('plan.send-now', names, toPeople(reach)) : when.value === 'at' ? t('plan.send-at', names, drillTime(due ?? 0), duration((due ?? now) - now)) : t('plan.keep');
  const hint = () => {
    channel.value = 'note';
    from.value = '';
    fromText.value = t('plan.hint-from');
    if (subject.value === '') subject.value = t('plan.hint-subject');
  };
  return (
    <form class="write-inject details-form" onSubmit={(event) => event.preventDefault()}>
      <h3>{t('plan.write-title')}</h3>
      <p><button type="button" onClick={hint}>{t('plan.hint')}</button></p>
      <label>{t('plan.subject')} <input dir="auto" value={subject.value} maxLength={500} onInput={(event) => (subject.value = event.currentTarget.value)} /></label>
      <label>{t('plan.body')} <textarea dir="auto" value={body.value} maxLength={4000} onInput={(event) => (body.value = event.currentTarget.value)} /></label>
      <Addressees to={to} />
      <div class="form-row">
        <label>{t('plan.sender')}
          <select value={from.value} onChange={(event) => (from.value = event.currentTarget.value)}>
            <option value="">{t('plan.sender-other')}</option>
            {session.all('contact').map((contact) => <option key={contact.id} value={contact.id}>{contact.name}</option>)}
          </select>
        </label>
        {from.value === '' && <label>{t('plan.sender-name')} <input dir="auto" value={fromText.value} maxLength={200} onInput={(event) => (fromText.value = event.currentTarget.value)} /></label>}
        <label>{t('plan.channel')} <select value={channel.value} onChange={(event) => (channel.value = event.currentTarget.value)}>{channels.map((one) => <option key={one} value={one}>{word('channel', one)}</option>)}</select></label>
        <label>{t('plan.attention')} <select value={attention.value} onChange={(event) => (attention.value = event.currentTarget.value)}>{attentions.map((one) => <option key={one} value={one}>{word('attention', one)}</option>)}</select></label>
      </div>
      {from.value === '' && <p class="muted">{t('plan.sender-no-answer')}</p>}
      <fieldset>
        <legend>{t('plan.when')}</legend>
        {(['now', 'at', 'later'] as const).map((one) => <label key={one}><input type="radio" name="when" checked={when.value === one} onChange={() => (when.value = one)} /> {t(`plan.when-${one}`)}</label>)}
        {when.value === 'at' && <label>{t('plan.move-to')} <input class="ltr" inputMode="numeric" placeholder={drillTime(now + 300_000).slice(2)} value={time.value} onInput={(event) => (time.value = event.currentTarget.value)} /></label>}
        {when.value === 'at' && time.value !== '' && (due === null || due < now) && <p class="refusal">{t('plan.bad-time')}</p>}
      </fieldset>
      {!complete && <p class="muted">{t('plan.incomplete')}</p>}
      {toAll && when.value === 'now'
        ? <button type="button" class="btn-primary" disabled={!complete} onClick={() => (sure.value = true)}>{label}…</button>
        : <Act primary place={`write.${id.value}`} label={label} disabled={!complete} command={command} onAnswer={written} />}
      {sure.value && (
        <Sheet title={t('plan.broadcast')} safe={t('control.not-yet')} danger={t('plan.broadcast-yes', toPeople(reach))} onClose={() => (sure.value = false)} onDanger={() => {
          sure.value = false;
          void session.outbox.act(command(), { place: `write.${id.value}`, label }).then(written);
        }}>
          <p>{t('plan.broadcast-what', reach.people, session.all('tile').length)}</p>
        </Sheet>
      )}
    </form>
  );
}
