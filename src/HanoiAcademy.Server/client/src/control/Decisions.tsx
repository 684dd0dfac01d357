import type { DecisionView } from '../contract/records';
import { useSession } from '../shell/context';
import { TimeLeft } from '../shell/TimeLeft';
import { When } from '../shell/When';
import { t } from '../texts/texts';
import { localTeam } from './role';
import { nameOf, who } from './who';

/** What teams have before them and what they decided: open ones by what is left of their time, then the others, newest first. */
export function Decisions() {
  const session = useSession();
  const own = localTeam(session.me.value.seat);
  const all = session.all('decision').filter((one) => own === null || one.by?.some((role) => role.startsWith(`${own}.`)) === true);
  const open = all.filter((one) => one.state === 'open').sort((a, b) => (a.deadlineAt ?? Infinity) - (b.deadlineAt ?? Infinity));
  const past = all.filter((one) => one.state !== 'open').sort((a, b) => b.openedAt - a.openedAt);
  return <ul class="plain log decisions">{[...open, ...past].map((one) => <Decision key={one.id} of={one} />)}</ul>;
}

function Decision({ of }: { of: DecisionView }) {
  const session = useSession();
  const taken = of.options.find((option) => option.id === of.option);
  return (
    <li>
      <b>{of.title}</b> <span class="muted">{of.by?.map((role) => nameOf(session, role)).join('; ')}</span>{' '}
      {of.state === 'open' && (of.deadlineAt === undefined ? <span>{t('control.decision-open')}</span> : <TimeLeft from={of.openedAt} to={of.deadlineAt} label={of.title} />)}
      {of.state === 'taken' && <span>✓ {t('control.decision-taken', taken?.name ?? '', of.bySeat === undefined ? '' : who(session, of.bySeat))}{of.reason !== undefined && of.reason !== '' && <> <bdi>“{of.reason}”</bdi></>}</span>}
      {of.state === 'lapsed' && <span class="late">▲ {t('control.decision-lapsed')} {of.deadlineAt !== undefined && <When at={of.deadlineAt} />}</span>}
      {of.state === 'open' && <ul class="plain muted">{of.options.map((option) => <li key={option.id}>○ {option.name}</li>)}</ul>}
    </li>
  );
}
