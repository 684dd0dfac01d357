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
              {objective.lesson !== undefined && objective.state === 'missed' && <p><a href={`/courses/${objective.lesson}`}>{t('score.lesson')}</a></p>}
            </div>
            <span class="state">{objective.state === 'won' ? '✓' : objective.state === 'missed' ? '✕' : '○'} {word('objective-state', objective.state)} {objective.at !== undefined && <When at={objective.at} />}</span>
          </li>
        ))}
      </ul>
      <p><a href={`/drills/${session.drill}/report`}>{t('standing.report')}</a></p>
    </section>
  );
}
