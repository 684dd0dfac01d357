import { useSignal } from '@preact/signals';
import type { Command } from '../contract/commands';
import type { EvidenceView } from '../contract/records';
import { ActButton } from '../shell/ActButton';
import { fileAt } from '../shell/FileLink';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { draft } from './drafts';
import { sha256 } from './hash';

const bases = ['own-system', 'consent', 'order', 'request', 'handed-over', 'public'];

/** The steps of custody that are possible now. Which of them are wanted, in which order and on which basis, the form does not say. */
export function Steps({ item, file }: { item: EvidenceView; file: string }) {
  const session = useSession();
  const mine = session.me.value.teamRole?.split('.')[0];
  if (mine === undefined) return null;
  const own = (what: string) => item.custody.some((step) => step.what === what && step.seat.split('.')[0] === mine);
  const received = item.custody.some((step) => step.what === 'received' && step.to === mine);
  const held = item.state !== 'seen' && item.state !== 'identified';
  const taken = received || item.custody.some((step) => step.what === 'collected');
  const here = item.state !== 'handed-over';
  return (
    <>
      {received && !own('receipt') && <Receipt item={item} file={file} />}
      {!item.custody.some((step) => step.what === 'identified') && here && <Identify item={item} />}
      {!taken && <Take item={item} file={file} kind="collect-evidence" />}
      {!own('acquired') && here && <Take item={item} file={file} kind="acquire-evidence" asksBasis={!held} />}
      {held && here && <Preserve item={item} />}
      {held && <HandOver item={item} />}
    </>
  );
}

function Identify({ item }: { item: EvidenceView }) {
  const note = draft(`identify.${item.id}`);
  return (
    <details>
      <summary>{t('evidence.identify')}</summary>
      <Line text={note} label={t('evidence.note')} />
      <Send item={item} step="identify" command={() => ({ kind: 'identify-evidence', evidence: item.id, note: note.value })} drafts={[note]} />
    </details>
  );
}

/** The custody form. The hash is the collector's own: what he writes is compared with the file by the rules, not by this screen. */
function Take({ item, file, kind, asksBasis = true }: { item: EvidenceView; file: string; kind: 'collect-evidence' | 'acquire-evidence'; asksBasis?: boolean }) {
  const step = kind === 'collect-evidence' ? 'collect' : 'acquire';
  const hash = draft(`${step}.hash.${item.id}`);
  const basis = draft(`${step}.basis.${item.id}`);
  const note = draft(`${step}.note.${item.id}`);
  return (
    <details open={step === 'collect'}>
      <summary>{t(step === 'collect' ? 'evidence.form' : 'evidence.acquire')}</summary>
      {asksBasis && (
        <label>{t('evidence.basis')}
          <select value={basis.value} onChange={(event) => (basis.value = event.currentTarget.value)}>
            <option value="">{t('compose.choose')}</option>
            {bases.map((one) => <option key={one} value={one}>{word('evidence-basis', one)}</option>)}
          </select>
        </label>
      )}
      <Hash text={hash} file={file} />
      <Line text={note} label={t('evidence.note')} />
      <Send item={item} step={step} command={() => ({ kind, evidence: item.id, sha256: hash.value, basis: asksBasis ? basis.value : '', note: note.value })} drafts={[hash, basis, note]} />
    </details>
  );
}

function Preserve({ item }: { item: EvidenceView }) {
  const seal = draft(`seal.${item.id}`);
  const place = draft(`place.${item.id}`);
  const note = draft(`preserve.${item.id}`);
  return (
    <details>
      <summary>{t('evidence.preserve')}</summary>
      <Line text={seal} label={t('evidence.seal')} />
      <Line text={place} label={t('evidence.place')} />
      <Line text={note} label={t('evidence.note')} />
      <Send item={item} step="preserve" command={() => ({ kind: 'preserve-evidence', evidence: item.id, seal: seal.value, place: place.value, note: note.value })} drafts={[seal, place, note]} />
    </details>
  );
}

function Receipt({ item, file }: { item: EvidenceView; file: string }) {
  const hash = draft(`receipt.hash.${item.id}`);
  const note = draft(`receipt.${item.id}`);
  return (
    <details open>
      <summary>{t('evidence.receipt')}</summary>
      <Hash text={hash} file={file} />
      <Line text={note} label={t('evidence.note')} />
      <Send item={item} step="receipt" command={() => ({ kind: 'give-receipt', evidence: item.id, sha256: hash.value, note: note.value })} drafts={[hash, note]} />
    </details>
  );
}

function HandOver({ item }: { item: EvidenceView }) {
  const session = useSession();
  const team = draft(`hand-over.team.${item.id}`);
  const note = draft(`hand-over.${item.id}`);
  const mine = session.me.value.teamRole?.split('.')[0];
  const teams = new Map(session.all('seat').filter((seat) => seat.team !== mine).map((seat) => [seat.team, seat.teamName]));
  return (
    <details>
      <summary>{t('evidence.hand-over')}</summary>
      <label>{t('evidence.to')}
        <select value={team.value} onChange={(event) => (team.value = event.currentTarget.value)}>
          <option value="">{t('compose.choose')}</option>
          {[...teams].map(([id, name]) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      <Line text={note} label={t('evidence.note')} />
      <p class="muted">{t('evidence.goes', item.fileName, item.sha256 ?? '')}</p>
      <ActButton
        primary
        place={`hand-over.${item.id}`}
        about={`evidence:${item.id}`}
        disabled={team.value === ''}
        label={team.value === '' ? t('evidence.choose') : t('evidence.hand-to', item.name, teams.get(team.value) ?? '')}
        command={() => ({ kind: 'hand-over-evidence', evidence: item.id, team: team.value, note: note.value })}
        onAnswer={(answer) => {
          if (answer?.status === 'accepted') team.value = note.value = '';
        }}
      />
    </details>
  );
}

interface Text {
  value: string;
}

function Line({ text, label }: { text: Text; label: string }) {
  return <label>{label}<input value={text.value} maxLength={1000} onInput={(event) => (text.value = event.currentTarget.value)} /></label>;
}

function Hash({ text, file }: { text: Text; file: string }) {
  const computing = useSignal(false);
  const failed = useSignal(false);
  const compute = async () => {
    computing.value = true;
    failed.value = false;
    try {
      text.value = await sha256(await (await fileAt(file)).arrayBuffer());
    } catch {
      failed.value = true;
    } finally {
      computing.value = false;
    }
  };
  return (
    <>
      <label>{t('evidence.hash')}<input class="ltr hash" value={text.value} maxLength={128} spellcheck={false} onInput={(event) => (text.value = event.currentTarget.value.trim())} /></label>
      <button type="button" disabled={computing.value} onClick={() => void compute()}>{t('evidence.compute')}</button>
      {failed.value && <span class="refusal">✕ {t('evidence.no-file')}</span>}
    </>
  );
}

function Send({ item, step, command, drafts }: { item: EvidenceView; step: 'identify' | 'collect' | 'acquire' | 'preserve' | 'receipt'; command: () => Command; drafts: Text[] }) {
  return (
    <p>
      <ActButton
        primary
        place={`${step}.${item.id}`}
        label={t(`evidence.do-${step}`, item.name)}
        command={command}
        onAnswer={(answer) => {
          if (answer?.status === 'accepted') for (const text of drafts) text.value = '';
        }}
      />
    </p>
  );
}
