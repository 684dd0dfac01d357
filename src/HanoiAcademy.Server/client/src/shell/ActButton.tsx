import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { sentKinds, type Command } from '../contract/commands';
import type { Answer } from '../contract/messages';
import { drillTime, wallTime } from '../clock/words';
import { isOver, type Act } from '../link/outbox';
import { goTo } from '../room/places';
import { t } from '../texts/texts';
import { useSession } from './context';

/** As many lines of the strip stand without being asked for. */
const most = 3;

interface Props {
  /** Built when pressed, so that it carries what stands in the fields then; null: nothing to send. */
  command: () => Command | null | Promise<Command | null>;
  place: string;
  label: string;
  about?: string;
  primary?: boolean;
  danger?: boolean;
  disabled?: boolean;
  onAnswer?: (answer: Answer | null) => void;
  children?: ComponentChildren;
}

/** A button that becomes what happened to its act: sending in 5 s with Undo, waiting for the link, or the reason it was refused. */
export function ActButton({ command, place, label, about, primary, danger, disabled, onAnswer, children }: Props) {
  const session = useSession();
  const act = session.outbox.at(place);
  if (act !== undefined && !isOver(act)) return <Outgoing id={act.id} />;
  const press = async () => {
    const wanted = await command();
    if (wanted === null) return;
    const answer = await session.outbox.act(wanted, { place, label, ...(about === undefined ? {} : { about }) });
    onAnswer?.(answer);
  };
  return (
    <span class="act">
      <button type="button" class={danger ? 'btn-danger' : primary ? 'btn-primary' : ''} disabled={disabled === true || session.looks !== null || session.out !== undefined} data-place={place} onClick={() => void press()}>
        {children ?? label}
      </button>
      {act?.fate === 'refused' && <span class="refusal">✕ {act.refusal}</span>}
      {act?.fate === 'counted' && <Counted act={act} />}
      {act?.fate === 'done' && <Done act={act} />}
    </span>
  );
}

/** It had to wait: the server's time counts, and is said. */
function Counted({ act }: { act: Act }) {
  return <span class="counted">✓ {t('outbox.counted', drillTime(act.countedAt ?? 0), wallTime(act.madeAt))}</span>;
}

/** It was held for Undo, and has left. */
function Done({ act }: { act: Act }) {
  return <span class="counted">✓ {t(sentKinds.has(act.command.kind) ? 'outbox.sent' : act.command.kind === 'start-action' ? 'outbox.begun' : 'outbox.done', drillTime(act.countedAt ?? 0))}</span>;
}

/** One act on its way out. */
export function Outgoing({ id, named }: { id: string; named?: boolean }) {
  const session = useSession();
  const act = session.outbox.acts.value.find((one) => one.id === id);
  if (act === undefined) return null;
  void session.clock.tick.value;
  const left = Math.max(0, Math.ceil(((act.until ?? 0) - Date.now()) / 1000));
  const name = named && act.label !== '' ? <b>{act.label} </b> : null;
  switch (act.fate) {
    case 'sending':
      return <span class="outgoing">{name}{t('outbox.sending')}</span>;
    case 'undo':
      return (
        <span class="outgoing">
          {name}<span class="tabular">{t(sentKinds.has(act.command.kind) ? 'outbox.sending-in' : 'outbox.doing-in', left)}</span>{' '}
          <button type="button" onClick={() => void session.outbox.undo(id)}>{t('outbox.undo')}</button>
        </span>
      );
    case 'queued':
      return (
        <span class="outgoing">
          {name}{t('outbox.queued', wallTime(act.madeAt))}{' '}
          <button type="button" onClick={() => session.outbox.drop(id)}>{t('outbox.take-out')}</button>
        </span>
      );
    case 'asks':
      return (
        <span class="outgoing asks">
          {name}{t('outbox.asks', Math.round((Date.now() - act.madeAt) / 60_000))} {act.since}{' '}
          <button type="button" onClick={() => void session.outbox.insist(id)}>{t('outbox.send')}</button>{' '}
          {act.about !== null && <><button type="button" onClick={() => goTo(act.about ?? '')}>{t('outbox.look')}</button>{' '}</>}
          <button type="button" onClick={() => session.outbox.drop(id)}>{t('outbox.drop')}</button>
        </span>
      );
    case 'counted':
      return <span class="outgoing">{name}<Counted act={act} />{' '}<button type="button" onClick={() => session.outbox.drop(id)}>{t('outbox.clear')}</button></span>;
    case 'done':
      return <span class="outgoing">{name}<Done act={act} /></span>;
    case 'refused':
      return (
        <span class="outgoing">
          {name}<span class="refusal">✕ {act.refusal}</span>{' '}
          <button type="button" onClick={() => session.outbox.drop(id)}>{t('outbox.clear')}</button>
        </span>
      );
  }
}

/** The foot of the page: what one is to be told, and what waits or was refused, wherever it was done. */
export function OutgoingStrip() {
  const session = useSession();
  const acts = session.outbox.acts.value.filter((act) => act.label !== '' && act.fate !== 'sending');
  const all = useSignal(false);
  const told = session.told.value;
  if (acts.length === 0 && told.length === 0) return null;
  const shown = all.value ? acts : acts.slice(-most);
  return (
    <ul class="outgoing-strip" tabIndex={0} aria-label={t('outbox.title')} data-testid="outbox">
      {told.map(({ id, text }) => <li key={id}><span class="outgoing">▲ {text} <button type="button" onClick={() => session.untell(id)}>{t('told.ok')}</button></span></li>)}
      {acts.length > most && <li><button type="button" class="btn-quiet" aria-expanded={all.value} onClick={() => (all.value = !all.value)}>{t('outbox.more', acts.length - most)}</button></li>}
      {shown.map((act) => <li key={act.id}><Outgoing id={act.id} named /></li>)}
    </ul>
  );
}
