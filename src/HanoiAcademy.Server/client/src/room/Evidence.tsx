import { useSignal } from '@preact/signals';
import type { EvidenceView } from '../contract/records';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { When } from '../shell/When';
import { t, word } from '../texts/texts';
import { draft } from './drafts';
import { go, spot } from './places';
import { sha256 } from './hash';

export function Evidence() {
  const session = useSession();
  const items = session.all('evidence');
  const open = spot.value.open?.startsWith('evidence:') ? session.one('evidence', spot.value.open.slice('evidence:'.length)) : undefined;
  return (
    <section class="page-in-room" aria-labelledby="evidence-title" data-scrolls="evidence" tabIndex={0} role="region">
      <h2 id="evidence-title">{t('place.evidence')}</h2>
      {items.length === 0 && <p class="muted">{t('evidence.none')}</p>}
      <ul class="rows">
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" class="wide-button" data-key={`evidence:${item.id}`} aria-expanded={open?.id === item.id} onClick={() => go('evidence', open?.id === item.id ? null : `evidence:${item.id}`)}>
              <span class="grow">{item.name}</span>
              <span class="state">{item.state === 'seen' ? '○' : item.state === 'collected' ? '●' : '➜'} {word('evidence-state', item.state)}</span>
            </button>
            {open?.id === item.id && <Item item={item} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Item({ item }: { item: EvidenceView }) {
  const session = useSession();
  const file = `/api/v1/drills/${encodeURIComponent(session.drill)}/evidence/${encodeURIComponent(item.id)}`;
  return (
    <div class="card">
      <p>{item.about}</p>
      <p><a href={file} download={item.fileName}>{t('evidence.file', item.fileName, item.bytes)}</a></p>
      {item.state === 'seen' ? <Collect item={item} file={file} /> : <HandOver item={item} />}
      {item.sha256 !== undefined && <p>SHA-256 <code class="hash">{item.sha256}</code></p>}
      {item.custody.length > 0 && (
        <div class="table-wrap" tabIndex={0} role="region" aria-label={t('evidence.custody')}>
          <table>
            <caption>{t('evidence.custody')}</caption>
            <thead><tr><th scope="col">{t('evidence.time')}</th><th scope="col">{t('evidence.what')}</th><th scope="col">{t('evidence.who')}</th><th scope="col">{t('evidence.basis')}</th><th scope="col">SHA-256</th></tr></thead>
            <tbody>
              {item.custody.map((step, n) => (
                <tr key={n}>
                  <td><When at={step.at} /></td>
                  <td>{word('custody', step.what)}{step.to === undefined ? '' : ` → ${step.to}`} {step.note}</td>
                  <td>{session.people.value[step.seat] ?? step.seat}</td>
                  <td>{step.basis}</td>
                  <td><code class="hash">{step.sha256 === '' ? '–' : `${step.sha256.slice(0, 12)}…`}</code></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

/** The custody form. The hash is the collector's own: what he writes is compared with the file by the rules, not by this screen. */
function Collect({ item, file }: { item: EvidenceView; file: string }) {
  const hash = draft(`hash.${item.id}`);
  const basis = draft(`basis.${item.id}`);
  const note = draft(`note.${item.id}`);
  const computing = useSignal(false);
  const compute = async () => {
    computing.value = true;
    try {
      hash.value = await sha256(await (await fetch(file, { credentials: 'same-origin' })).arrayBuffer());
    } finally {
      computing.value = false;
    }
  };
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <h3>{t('evidence.form')}</h3>
      <label>{t('evidence.basis')}<input value={basis.value} maxLength={500} onInput={(event) => (basis.value = event.currentTarget.value)} /></label>
      <label>{t('evidence.hash')}<input class="ltr hash" value={hash.value} maxLength={128} spellcheck={false} onInput={(event) => (hash.value = event.currentTarget.value.trim())} /></label>
      <button type="button" disabled={computing.value} onClick={() => void compute()}>{t('evidence.compute')}</button>
      <label>{t('evidence.note')}<textarea rows={2} maxLength={1000} value={note.value} onInput={(event) => (note.value = event.currentTarget.value)} /></label>
      <ActButton
        primary
        place={`collect.${item.id}`}
        label={t('evidence.collect', item.name)}
        command={() => ({ kind: 'collect-evidence', evidence: item.id, sha256: hash.value, basis: basis.value, note: note.value })}
        onAnswer={(answer) => {
          if (answer?.status === 'accepted') hash.value = basis.value = note.value = '';
        }}
      />
    </form>
  );
}

function HandOver({ item }: { item: EvidenceView }) {
  const session = useSession();
  const team = useSignal('');
  const note = useSignal('');
  const mine = session.me.value.teamRole?.split('.')[0];
  const teams = new Map(session.all('seat').filter((seat) => seat.team !== mine).map((seat) => [seat.team, seat.teamName]));
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <h3>{t('evidence.hand-over')}</h3>
      <label>{t('evidence.to')}
        <select value={team.value} onChange={(event) => (team.value = event.currentTarget.value)}>
          <option value="">{t('compose.choose')}</option>
          {[...teams].map(([id, name]) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      <label>{t('evidence.note')}<input value={note.value} maxLength={1000} onInput={(event) => (note.value = event.currentTarget.value)} /></label>
      <p class="muted">{t('evidence.goes', item.fileName, item.sha256 ?? '')}</p>
      <ActButton
        primary
        place={`hand-over.${item.id}`}
        about={`evidence:${item.id}`}
        disabled={team.value === ''}
        label={team.value === '' ? t('evidence.choose') : t('evidence.hand-to', item.name, teams.get(team.value) ?? '')}
        command={() => ({ kind: 'hand-over-evidence', evidence: item.id, team: team.value, note: note.value })}
      />
    </form>
  );
}
