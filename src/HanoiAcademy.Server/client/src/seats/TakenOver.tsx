import { drillTime } from '../clock/words';
import type { ViewRecord } from '../contract/records';
import { go } from '../room/places';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';

/** What a simulated player had in hand when this person took its seat: nothing of it stops, and nothing has to be done again. */
export function TakenOver() {
  const session = useSession();
  const handover = session.one('handover');
  if (handover === undefined) return null;
  const things = handover.inHand.map((key) => ({ key, record: session.team.value.records.get(key) })).filter((one): one is { key: string; record: ViewRecord } => one.record !== undefined);
  return (
    <section class="card taken-over" aria-labelledby="taken-over-title">
      <h2 id="taken-over-title">{t('handover.title')}</h2>
      <p>{t(things.length === 0 ? 'handover.nothing' : 'handover.what', drillTime(handover.at))}</p>
      {things.length > 0 && <ul class="rows">{things.map((one) => <Thing key={one.key} place={one.key} record={one.record} />)}</ul>}
    </section>
  );
}

function Thing({ place, record }: { place: string; record: ViewRecord }) {
  switch (record.kind) {
    case 'action': return <li><button type="button" class="wide-button" onClick={() => go('do')}>{record.name} <span class="state">{word('action-state', record.state)}</span></button></li>;
    case 'decision': return <li><button type="button" class="wide-button" onClick={() => go('feed', place)}>{record.title} <span class="state">{t('handover.decision')}</span></button></li>;
    case 'request': return <li><button type="button" class="wide-button" onClick={() => go('requests', place)}>{word('request-kind', record.form.kind)}: {record.fromName} → {record.toName} <span class="state">{word('request-status', record.status)}</span></button></li>;
    default: return null;
  }
}

/** Within ten minutes of drill time. */
export function lately(session: ReturnType<typeof useSession>): boolean {
  const handover = session.one('handover');
  return handover !== undefined && session.clock.now() - handover.at < 600_000;
}
