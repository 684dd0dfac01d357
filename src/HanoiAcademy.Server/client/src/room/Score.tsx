import type { VoidedView } from '../contract/records';
import { useSession } from '../shell/context';
import { When } from '../shell/When';
import { t, word } from '../texts/texts';

export function Score() {
  const session = useSession();
  return (
    <section class="page-in-room" aria-labelledby="score-title" data-scrolls="score" tabIndex={0} role="region">
      <h2 id="score-title">{t('place.score')}</h2>
      {session.all('score').map((score) => (
        <p key={score.team} class="score-line"><b>{score.teamName}: {score.score}</b> {t('score.of', score.won, score.of, score.penalties)}</p>
      ))}
      <ul class="rows">
        {session.all('objective').map((objective) => (
          <li key={objective.id}>
            <div class="grow">
              <b>{objective.name}</b> <span class="muted">{t('score.points', objective.points)}</span>
              {objective.because !== undefined && <p>{objective.because}</p>}
              {objective.voided !== undefined && <Struck voided={objective.voided} />}
              {objective.lesson !== undefined && objective.state === 'missed' && <p><a href={`/courses/${objective.lesson}`}>{t('score.lesson')}</a></p>}
            </div>
            <span class="state">{objective.state === 'won' ? '✓' : objective.state === 'missed' ? '✕' : objective.state === 'voided' ? '⊘' : '○'} {word('objective-state', objective.state)} {objective.at !== undefined && <When at={objective.at} />}</span>
          </li>
        ))}
        {session.all('penalty').map((penalty) => (
          <li key={`penalty ${penalty.id}`}>
            <div class="grow">
              <b>{penalty.name}</b> <span class="muted">{penalty.voided === undefined ? t('score.penalty', penalty.points) : <s>{t('score.penalty', penalty.points)}</s>}</span>
              {penalty.because !== undefined && <p>{penalty.because}</p>}
              {penalty.voided !== undefined && <Struck voided={penalty.voided} />}
            </div>
            {penalty.at !== undefined && <span class="state">− <When at={penalty.at} /></span>}
          </li>
        ))}
      </ul>
      <p class="row"><a href={`/drills/${session.drill}/report`}>{t('standing.report')}</a> <a href={`/drills/${session.drill}/replay`}>{t('replay.open')}</a></p>
    </section>
  );
}

/** Points that count no more, and why. */
function Struck({ voided }: { voided: VoidedView }) {
  return <p>{word('objective-state', 'voided')} <When at={voided.at} />: <bdi>“{voided.reason}”</bdi></p>;
}
