import type { ComponentChildren } from 'preact';
import type { Command } from '../contract/commands';
import type { Answer } from '../contract/messages';
import { wallTime } from '../clock/words';
import { t } from '../texts/texts';
import { useSession } from './context';

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
  if (act !== undefined && act.fate !== 'refused') return <Outgoing id={act.id} />;
  const press = async () => {
    const wanted = await command();
    if (wanted === null) return;
    const answer = await session.outbox.act(wanted, { place, label, ...(about === undefined ? {} : { about }) });
    onAnswer?.(answer);
  };
  return (
    <span class="act">
      <button type="button" class={danger ? 'btn-danger' : primary ? 'btn-primary' : ''} disabled={disabled} data-place={place} onClick={() => void press()}>
        {children ?? label}
      </button>
      {act?.fate === 'refused' && <span class="refusal">✕ {act.refusal}</span>}
    </span>
  );
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
          {name}<span class="tabular">{t('outbox.sending-in', left)}</span>{' '}
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
          {name}{t('outbox.asks', Math.round((Date.now() - act.madeAt) / 60_000))}{' '}
          <button type="button" onClick={() => void session.outbox.insist(id)}>{t('outbox.send')}</button>{' '}
          <button type="button" onClick={() => session.outbox.drop(id)}>{t('outbox.drop')}</button>
        </span>
      );
    case 'refused':
      return (
        <span class="outgoing">
          {name}<span class="refusal">✕ {act.refusal}</span>{' '}
          <button type="button" onClick={() => session.outbox.drop(id)}>{t('outbox.clear')}</button>
        </span>
      );
  }
}

/** The foot of the page: what waits or was refused, wherever it was done. */
export function OutgoingStrip() {
  const session = useSession();
  const acts = session.outbox.acts.value.filter((act) => act.label !== '' && act.fate !== 'sending');
  if (acts.length === 0) return null;
  return (
    <ul class="outgoing-strip" aria-label={t('outbox.title')}>
      {acts.slice(-3).map((act) => <li key={act.id}><Outgoing id={act.id} named /></li>)}
      {acts.length > 3 && <li>{t('outbox.more', acts.length - 3)}</li>}
    </ul>
  );
}
