import { storyTime } from '../clock/words';
import type { CustodyView, EvidenceView } from '../contract/records';
import { useSession } from '../shell/context';
import { FileLink } from '../shell/FileLink';
import { When } from '../shell/When';
import { t, word } from '../texts/texts';
import { Court } from './Court';
import { Steps } from './Custody';
import { who } from '../requests/who';
import { go, spot } from './places';

const marks: Record<string, string> = { seen: '○', identified: '◔', destroyed: '✕', 'handed-over': '➜' };

export function Evidence() {
  const session = useSession();
  const items = session.all('evidence');
  const open = spot.value.open?.startsWith('evidence:') ? session.one('evidence', spot.value.open.slice('evidence:'.length)) : undefined;
  return (
    <section class="page-in-room" aria-labelledby="evidence-title" data-scrolls="evidence" tabIndex={0} role="region">
      <h2 id="evidence-title">{t('place.evidence')}</h2>
      {session.all('court').map((court) => <Court key={court.id} court={court} />)}
      {items.length === 0 && <p class="muted">{t('evidence.none')}</p>}
      <ul class="rows">
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" class="wide-button" data-key={`evidence:${item.id}`} aria-expanded={open?.id === item.id} onClick={() => go('evidence', open?.id === item.id ? null : `evidence:${item.id}`)}>
              <span class="grow">{item.name}</span>
              <span class="state">{marks[item.state] ?? '●'} {word('evidence-state', item.state)}</span>
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
  const file = session.evidenceAt(item.id);
  return (
    <div class="card custody-item">
      <p>{item.about}</p>
      {(item.place !== undefined || item.stateName !== undefined) && <p class="muted">{t('evidence.lies', [item.place, item.stateName].filter((word) => word !== undefined).join(', '))}</p>}
      <p><FileLink address={file} name={item.fileName} bytes={item.bytes} /></p>
      {item.gaps !== undefined && item.gaps.length > 0 && <ul class="why">{item.gaps.map((gap) => <li key={gap}>{word('custody-gap', gap)}</li>)}</ul>}
      {item.sha256 !== undefined && <p>SHA-256 <code class="hash ltr">{item.sha256}</code></p>}
      {item.custody.length > 0 && <Log item={item} />}
      {item.state === 'destroyed' ? <p class="notice notice-bad">{t('evidence.gone')}</p> : <Steps item={item} file={file} />}
    </div>
  );
}

/** The chain: every hand, when, on which basis, with the whole hash; on a phone a line a step. */
function Log({ item }: { item: EvidenceView }) {
  const session = useSession();
  const view = session.clock.view.value;
  const team = (id: string) => session.all('seat').find((seat) => seat.team === id)?.teamName ?? id;
  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label={t('evidence.custody')}>
      <table class="custody">
        <caption>{t('evidence.custody')}</caption>
        <thead><tr><th scope="col">{t('evidence.time')}</th><th scope="col">{t('evidence.what')}</th><th scope="col">{t('evidence.who')}</th><th scope="col">{t('evidence.basis')}</th><th scope="col">SHA-256</th></tr></thead>
        <tbody>
          {item.custody.map((step, n) => (
            <tr key={n}>
              <td><When at={step.at} />{step.story !== undefined && view !== null && <><br /><span class="muted">{storyTime(step.story, view)}</span></>}</td>
              <td><b>{word('custody', step.what)}</b>{step.to !== undefined && <> → {team(step.to)}</>}{kept(step) !== '' && <><br />{kept(step)}</>}{step.note !== '' && <><br /><span class="written">{step.note}</span></>}</td>
              <td>{who(session, step.seat, step.at)}</td>
              <td>{step.basis === '' ? '–' : word('evidence-basis', step.basis)}</td>
              <td>{step.sha256 === '' ? '–' : <code class="hash ltr">{step.sha256}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function kept(step: CustodyView): string {
  return [step.seal === undefined ? '' : t('evidence.seal-number', step.seal), step.place ?? ''].filter((part) => part !== '').join(', ');
}
