import { useSession } from '../shell/context';
import { t } from '../texts/texts';
import { isMine } from '../requests/todo';
import { go, spot, type Place } from './places';
import type { Reading } from './unread';

export function counts(session: ReturnType<typeof useSession>, reading: Reading): Record<Place, number> {
  return {
    now: 0,
    more: 0,
    feed: reading.unread.value.length,
    do: session.all('action').filter((action) => action.canDo && action.state === 'ready').length,
    requests: session.all('request').filter(isMine).length,
    evidence: session.all('evidence').filter((item) => item.state === 'seen').length,
    map: session.all('asset').filter((asset) => asset.mood === 'bad').length,
    people: session.all('seat').filter((seat) => seat.holder !== 'free').length,
    score: session.all('score').length,
    'hot-wash': session.all('hot-wash').length,
  };
}

/** The room's places, each with what waits there. Score only where the scenario shows it. */
export function Places({ reading }: { reading: Reading }) {
  const session = useSession();
  const count = counts(session, reading);
  const places: Place[] = ['feed', 'do', 'requests', 'evidence', 'map', 'people'];
  if (count.score > 0) places.push('score');
  if (session.status === 'ended') places.push('hot-wash');
  return (
    <nav class="places" aria-label={t('place.label')}>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <button type="button" data-key={`place ${place}`} aria-current={spot.value.place === place ? 'page' : undefined} onClick={() => go(place)}>
              <span>{t(`place.${place}`)}</span> <span class="count">{count[place]}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Tabs({ reading }: { reading: Reading }) {
  const session = useSession();
  const count = counts(session, reading);
  const tabs: Place[] = ['now', 'feed', 'do', 'requests', 'more'];
  const inMore: Place[] = ['evidence', 'map', 'people', 'score', 'hot-wash'];
  const here = inMore.includes(spot.value.place) ? 'more' : spot.value.place;
  return (
    <nav class="tabs" aria-label={t('place.label')}>
      {tabs.map((place) => (
        <button type="button" key={place} aria-current={here === place ? 'page' : undefined} onClick={() => go(place)}>
          {t(`place.${place}`)}{(place === 'feed' || place === 'requests') && count[place] > 0 && <span class="count">{count[place]}</span>}
        </button>
      ))}
    </nav>
  );
}
