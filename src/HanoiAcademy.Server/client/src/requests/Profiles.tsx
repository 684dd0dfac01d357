import type { StateView } from '../contract/records';
import { useSession } from '../shell/context';
import { language, t, word } from '../texts/texts';

const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** What the States have told each other of how they deal with requests; those of the paper's two ends come first, the other end open. */
export function Profiles({ of }: { of: string[] }) {
  const session = useSession();
  const ends = [...new Set(of.map((id) => session.one('authority', id)?.state))];
  const rank = (state: StateView) => (ends.includes(state.id) ? ends.indexOf(state.id) : ends.length);
  const states = [...session.all('state')].sort((a, b) => rank(a) - rank(b));
  const channels = (id: string) => [...new Set(session.all('authority').filter((one) => one.state === id && one.inRegister).flatMap((one) => one.channels))];
  if (states.length === 0) return null;
  return (
    <section>
      <h3>{t('profile.title')}</h3>
      {states.map((state) => (
        <details key={`${state.id} ${ends.join()}`} open={ends[0] === state.id}>
          <summary>{state.name}</summary>
          <ul>{[...lines(state), channels(state.id).length === 0 ? '' : t('profile.channels', channels(state.id).map((one) => word('channel-of-request', one)).join(', '))].filter((line) => line !== '').map((line) => <li key={line}>{line}</li>)}</ul>
          {state.authorises !== undefined && (
            <>
              <p>{t('profile.authorises')}</p>
              <ul>{state.authorises.map(({ what, by }) => <li key={what}>{kind(what)}: {by.join('; ')}</li>)}</ul>
            </>
          )}
        </details>
      ))}
    </section>
  );
}

function languageName(tag: string): string {
  return new Intl.DisplayNames([language()], { type: 'language' }).of(tag) ?? tag;
}

function kind(what: string): string {
  const [id = '', data] = what.split('.');
  return data === undefined ? word('request-kind', id) : `${word('request-kind', id)}, ${word('data-class', data)}`;
}

function lines(state: StateView): string[] {
  return [
    state.languages.length === 0 ? '' : t('profile.languages', state.languages.map(languageName).join(', ')),
    state.openFrom === undefined || state.openTo === undefined ? t('profile.always') : t('profile.hours', clock(state.openFrom), clock(state.openTo), state.zoneName),
    state.holidays.length === 0 ? '' : t('profile.closed', state.holidays.join(', ')),
    state.dualCriminality.length === 0 ? '' : t('profile.dual', state.dualCriminality.map((one) => word('request-kind', one)).join(', ')),
    t('profile.lengths', state.holdDays, state.freezeDays, state.suspensionHours),
    state.deskOrders ? '' : t('profile.desk-passes'),
    state.discloses ? '' : t('profile.no-emergency'),
    state.personalData ?? '',
  ].filter((line) => line !== '');
}
