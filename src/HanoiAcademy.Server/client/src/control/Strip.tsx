import { useSignal } from '@preact/signals';
import type { WaitingView } from '../contract/records';
import { drillTime, duration } from '../clock/words';
import { useSession } from '../shell/context';
import { language, t } from '../texts/texts';
import { Act } from './Act';
import { waitsTooLong } from './needs';
import { may } from './role';
import { who } from './who';

/** Questions and mails to absent actors, oldest first. Who takes one up claims it; the others see who. */
export function Strip() {
  const session = useSession();
  const waiting = [...session.all('waiting')].sort((a, b) => a.at - b.at || (a.item < b.item ? -1 : 1));
  if (!may(session.me.value.seat, 'reply')) return null;
  return (
    <section class="strip" aria-labelledby="strip-title">
      <h2 id="strip-title">{t('control.strip', waiting.length)}</h2>
      <div class="strip-scroll" tabIndex={0} role="group" aria-labelledby="strip-title">
        {waiting.length === 0 && <p class="muted">{t('control.strip-none')}</p>}
        <ul class="rows">{waiting.map((one) => <Waiting key={one.item} of={one} />)}</ul>
      </div>
    </section>
  );
}

function Waiting({ of }: { of: WaitingView }) {
  const session = useSession();
  const me = session.me.value.seat;
  const key = `feed:${of.item}`;
  const claim = session.one('claim', key);
  const mine = claim?.seat === me;
  const others = claim !== undefined && !mine;
  const waits = Math.max(0, session.clock.at.value - of.at);
  const late = waits >= waitsTooLong;
  const to = of.toName === '' ? t('control.exercise-control') : of.toName;
  const about = of.about === undefined ? undefined : session.one('feed', of.about);
  return (
    <li class={`waiting ${late ? 'is-late' : ''}`} data-item={of.item}>
      <div class="waiting-head">
        <b class={late ? 'late' : ''}>{late && <span aria-hidden="true">▲ </span>}{t('control.age', duration(waits))}</b>
        <span class="grow"><b>{of.teamName}</b> ({who(session, of.seat)}) → {to} <span class="muted ltr">{drillTime(of.at)}</span></span>
        {others && <span class="claimed-by">{t('control.claimed-by', who(session, claim.seat))}</span>}
        {!mine && <Act place={`claim.${of.item}`} label={others ? t('control.take-over') : t('control.claim')} command={() => ({ kind: 'claim', key })}>{others ? t('control.take-over') : t('control.claim')}<span class="visually-hidden"> {of.teamName}</span></Act>}
        {mine && <Act place={`claim.${of.item}`} label={t('control.leave-claim')} command={() => ({ kind: 'leave-claim', key })} />}
        {!others && <Act place={`aside.${of.item}`} label={t('control.set-aside')} command={() => ({ kind: 'set-aside-message', item: of.item })} />}
      </div>
      {about !== undefined && <p class="muted" dir="auto">{t('control.about', about.subject || about.text?.slice(0, 80) || about.id)}</p>}
      <p class="written" dir="auto">{of.text}</p>
      {mine && <Reply of={of} to={to} />}
    </li>
  );
}

/** Suggestions first, the author's before ours; one press puts it into the field, where it can be mended. */
function Reply({ of, to }: { of: WaitingView; to: string }) {
  const session = useSession();
  const text = useSignal('');
  const ready = [...(session.one('contact', of.to)?.replies ?? []), t('control.reply-received'), t('control.reply-later'), t('control.reply-who')];
  return (
    <div class="details-form reply">
      <div class="suggested" role="group" aria-label={t('control.suggested')}>{ready.map((one) => <button type="button" key={one} onClick={() => (text.value = text.value.trim() === '' ? one : `${text.value.trimEnd()}\n${one}`)}>{one}</button>)}</div>
      <label>{t('control.reply-as', to)} <textarea dir="auto" value={text.value} maxLength={4000} onInput={(event) => (text.value = event.currentTarget.value)} /></label>
      <Act
        primary
        place={`reply.${of.item}`}
        label={t('control.reply-send', to, of.teamName)}
        disabled={text.value.trim() === ''}
        command={() => ({ kind: 'reply-to-message', item: of.item, text: text.value, language: language() })}
      />
    </div>
  );
}
