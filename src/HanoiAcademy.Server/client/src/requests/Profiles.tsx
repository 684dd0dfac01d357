import type { StateView } from '../contract/records';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';

const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** What the States have told each other of how they deal with requests: to be known before one writes. */
export function Profiles() {
  const states = useSession().all('state');
  if (states.length === 0) return null;
  return (
    <section>
      <h3>{t('profile.title')}</h3>
      {states.map((state) => (
        <details key={state.id}>
          <summary>{state.name}</summary>
          <ul>{lines(state).map((line) => <li key={line}>{line}</li>)}</ul>
        </details>
      ))}
    </section>
  );
}

function lines(state: StateView): string[] {
  return [
    state.languages.length === 0 ? '' : t('profile.languages', state.languages.join(', ')),
    state.openFrom === undefined || state.openTo === undefined ? t('profile.always') : t('profile.hours', clock(state.openFrom), clock(state.openTo), state.zoneName),
    state.holidays.length === 0 ? '' : t('profile.closed', state.holidays.join(', ')),
    state.dualCriminality.length === 0 ? '' : t('profile.dual', state.dualCriminality.map((kind) => word('request-kind', kind)).join(', ')),
    t('profile.lengths', state.holdDays, state.freezeDays, state.suspensionHours),
    state.deskOrders ? '' : t('profile.desk-passes'),
    state.discloses ? '' : t('profile.no-emergency'),
    state.personalData ?? '',
  ].filter((line) => line !== '');
}
