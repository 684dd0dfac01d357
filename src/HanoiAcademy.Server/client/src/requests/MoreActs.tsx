import { useSignal } from '@preact/signals';
import type { RequestView } from '../contract/records';
import { draft } from '../room/drafts';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { fromUtcField, toUtcField } from './form';

interface Props {
  request: RequestView;
  may: (act: string) => boolean;
}

/** What the sender's side can do on a living request beside mending it. */
export function SenderActs({ request, may }: Props) {
  const session = useSession();
  const about = `request:${request.id}`;
  const place = (act: string) => `${act}.${request.id}`;
  const purpose = draft(`purpose.${request.id}`);
  const shows = draft(`shows.${request.id}`);
  const items = useSignal<string[]>([]);
  const flip = (id: string) => (items.value = items.value.includes(id) ? items.value.filter((one) => one !== id) : [...items.value, id]);
  return (
    <>
      {may('narrow-request') && request.narrower !== undefined && (
        <ActButton place={place('narrow')} about={about} label={t('acts.narrow', request.toName)} command={() => ({ kind: 'narrow-request', request: request.id })} />
      )}
      {may('go-on-nevertheless') && <ActButton place={place('go-on')} about={about} label={t('acts.go-on')} command={() => ({ kind: 'go-on-nevertheless', request: request.id })} />}
      {may('confirm-in-writing') && <ActButton primary place={place('confirm')} about={about} label={t('acts.confirm')} command={() => ({ kind: 'confirm-in-writing', request: request.id })} />}
      {may('send-request-evidence') && (
        <fieldset>
          <legend>{t('acts.evidence-title')}</legend>
          {session.all('evidence').map((item) => <label key={item.id}><input type="checkbox" checked={items.value.includes(item.id)} onChange={() => flip(item.id)} /> {item.name}</label>)}
          <label class="field">{t('acts.evidence-shows')}<textarea rows={2} maxLength={4000} value={shows.value} onInput={(event) => (shows.value = event.currentTarget.value)} /></label>
          <ActButton place={place('evidence')} about={about} label={t('acts.evidence')} command={() => ({ kind: 'send-request-evidence', request: request.id, attachments: items.value, text: shows.value })} />
        </fieldset>
      )}
      {may('ask-other-use') && (
        <div class="act-row">
          <label>{t('acts.other-use-purpose')}<input value={purpose.value} maxLength={2000} onInput={(event) => (purpose.value = event.currentTarget.value)} /></label>
          <ActButton place={place('other-use')} about={about} label={t('acts.other-use')} command={() => ({ kind: 'ask-other-use', request: request.id, purpose: purpose.value })} />
        </div>
      )}
    </>
  );
}

/** What the receiver's side can do beside answering. */
export function ReceiverActs({ request, may }: Props) {
  const session = useSession();
  const about = `request:${request.id}`;
  const place = (act: string) => `${act}.${request.id}`;
  const why = useSignal('');
  const ground = useSignal('');
  const authority = useSignal('');
  const date = useSignal(toUtcField(request.registerDate));
  const text = draft(`tell.${request.id}`);
  const warning = draft(`warn.${request.id}`);
  const lifting = draft(`lift.${request.id}`);
  const grounds = session.one('form', request.form.kind)?.grounds ?? [];
  const whys = may('answer-request') ? ['cannot-keep-confidential', 'will-not-suffice', 'harms-case'] : ['lifting-planned'];
  return (
    <>
      {may('tell-progress') && (
        <div class="act-row">
          <label>{t('acts.progress-text')}<input value={text.value} maxLength={2000} onInput={(event) => (text.value = event.currentTarget.value)} /></label>
          <ActButton place={place('tell')} about={about} label={t('acts.tell-progress', request.fromName)} command={() => ({ kind: 'tell-progress', request: request.id, text: text.value })} />
        </div>
      )}
      {may('answer-other-use') && (
        <div class="act-row">
          <span>{t('acts.other-use-asked', request.otherPurpose ?? '')}</span>
          {[true, false].map((consents) => <ActButton key={String(consents)} place={place(`use-${consents}`)} about={about} label={t(consents ? 'acts.consent' : 'acts.no-consent')} command={() => ({ kind: 'answer-other-use', request: request.id, consents, reasons: '' })} />)}
        </div>
      )}
      {may('set-register-date') && (
        <div class="act-row">
          <label>{t('acts.register-date')}<input type="datetime-local" value={date.value} onChange={(event) => (date.value = event.currentTarget.value)} /></label>
          <ActButton place={place('date')} about={about} label={t('acts.set-date')} disabled={fromUtcField(date.value) === undefined} command={() => ({ kind: 'set-register-date', request: request.id, date: fromUtcField(date.value) ?? 0 })} />
        </div>
      )}
      {(may('warn-sender') || may('lift-hold')) && (
        <div class="act-row">
          <label>{t('acts.warn-why')}
            <select value={why.value} onChange={(event) => (why.value = event.currentTarget.value)}>
              <option value="">{t('compose.choose')}</option>{whys.map((one) => <option key={one} value={one}>{word('warning', one)}</option>)}
            </select>
          </label>
          <label>{t('answering.reasons')}<input value={warning.value} maxLength={2000} onInput={(event) => (warning.value = event.currentTarget.value)} /></label>
          <ActButton place={place('warn')} about={about} label={t('acts.warn', request.fromName)} disabled={why.value === ''} command={() => ({ kind: 'warn-sender', request: request.id, why: why.value, reasons: warning.value })} />
        </div>
      )}
      {may('lift-hold') && (
        <div class="act-row">
          <label>{t('answering.ground')}
            <select value={ground.value} onChange={(event) => (ground.value = event.currentTarget.value)}>
              <option value="">{t('compose.choose')}</option>{grounds.map((one) => <option key={one} value={one}>{word('ground', one)}</option>)}
            </select>
          </label>
          <label>{t('answering.reasons')}<input value={lifting.value} maxLength={2000} onInput={(event) => (lifting.value = event.currentTarget.value)} /></label>
          <ActButton danger place={place('lift')} about={about} label={t('acts.lift')} command={() => ({ kind: 'lift-hold', request: request.id, ground: ground.value, reasons: lifting.value })} />
        </div>
      )}
      {may('warn-true-authority') && (
        <div class="act-row">
          <label>{t('acts.true-authority')}
            <select value={authority.value} onChange={(event) => (authority.value = event.currentTarget.value)}>
              <option value="">{t('compose.choose')}</option>
              {session.all('authority').filter((one) => one.inRegister && !one.mine).map((one) => <option key={one.id} value={one.id}>{one.name}, {one.stateName}</option>)}
            </select>
          </label>
          <ActButton place={place('true')} about={about} label={t('acts.warn-authority')} disabled={authority.value === ''} command={() => ({ kind: 'warn-true-authority', request: request.id, authority: authority.value })} />
        </div>
      )}
    </>
  );
}
