import { useSignal } from '@preact/signals';
import { drillTimeSeconds } from '../clock/words';
import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { pointsOf, type Point } from './points';
import { may } from './role';
import { TypeTheName } from './TypeTheName';
import { who } from './who';

/** What a team has won and lost so far; the director may void it. */
export function Points({ team, name }: { team: string; name: string }) {
  const session = useSession();
  const voids = useSignal<Point | null>(null);
  const points = pointsOf(team, session.all('objective'), session.all('penalty'));
  const director = may(session.me.value.seat, 'void');
  return (
    <details class="points-of">
      <summary>{t('control.points-so-far', name, points.length)}</summary>
      <ul class="plain">
        {points.map((point) => (
          <li key={`${point.what} ${point.id}`}>
            {point.at !== undefined && <span class="ltr">{drillTimeSeconds(point.at)} </span>}
            {point.voided === undefined ? <b>{signed(point.points)}</b> : <s>{signed(point.points)}</s>} {point.name}
            {point.voided !== undefined && <span class="muted"> {t('control.voided-by', drillTimeSeconds(point.voided.at), who(session, point.voided.seat, point.voided.at))} <bdi>“{point.voided.reason}”</bdi></span>}
            {director && point.voided === undefined && <button type="button" class="btn-quiet void-score" disabled={!session.canAct} onClick={() => (voids.value = point)}>{t('control.void')}<span class="visually-hidden"> {point.name}</span></button>}
          </li>
        ))}
      </ul>
      {voids.value !== null && <VoidScore point={voids.value} team={name} onClose={() => (voids.value = null)} />}
    </details>
  );
}

/** Cannot be mended: a reason, and the drill's name. */
function VoidScore({ point, team, onClose }: { point: Point; team: string; onClose: () => void }) {
  const session = useSession();
  const reason = useSignal('');
  const label = t('control.void-title', point.name);
  const go = () => void session.outbox.act({ kind: 'void-score', what: point.what, id: point.id, reason: reason.value.trim() }, { label });
  return (
    <TypeTheName title={label} safe={t('control.void-no')} danger={t('control.void-yes', signed(point.points), team)} complete={reason.value.trim() !== ''} onClose={onClose} onSure={go}>
      <p>{t(point.what === 'objective' ? 'control.void-won-what' : 'control.void-penalty-what', team, Math.abs(point.points))}</p>
      <label>{t('control.ruling-reason')}<input dir="auto" value={reason.value} maxLength={500} onInput={(event) => (reason.value = event.currentTarget.value)} /></label>
    </TypeTheName>
  );
}

function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}
