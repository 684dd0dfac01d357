import type { CourtView } from '../contract/records';
import type { Session } from '../link/session';
import { who } from '../requests/who';
import { ActButton } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { RestsOn } from '../shell/RestsOn';
import { TimeLeft } from '../shell/TimeLeft';
import { t, word } from '../texts/texts';
import { draft } from './drafts';
import { kept } from './kept';

/** A court that asks for the record: what it wants, the form while it waits, and what it made of each item. */
export function Court({ court }: { court: CourtView }) {
  const session = useSession();
  return (
    <article class="card court" aria-label={court.title} data-key={`court:${court.id}`}>
      <h3>{court.title} <span class="state">{word('court-state', court.state)}</span></h3>
      <p class="muted">{t('court.exercise')}</p>
      {court.asks !== '' && <p>{court.asks}</p>}
      <RestsOn words={court.restsOn} />
      {court.state === 'asked' && court.deadlineAt !== undefined && <TimeLeft from={court.askedAt} to={court.deadlineAt} label={t('court.time')} />}
      {court.state === 'asked' ? court.canFile ? <Form court={court} /> : <p class="notice">{t('court.others')}</p> : (
        <>
          {court.bySeat !== undefined && <p>{t('court.filed', who(session, court.bySeat), court.purpose ?? '–')}</p>}
          {court.state === 'lapsed' && <p class="notice notice-bad">{t('court.lapsed')}</p>}
          <ul>
            {court.items.map((item) => (
              <li key={item.evidence}>
                <span aria-hidden="true">{item.admitted === true ? '✓' : item.admitted === false ? '✕' : '○'}</span> <b>{item.name}</b>
                {item.admitted !== undefined && <> {t(item.admitted ? 'court.admitted' : 'court.rejected')}</>}
                {item.log !== undefined && <span class="muted"> · {t('court.presented', teamName(session, item.log))}</span>}
                {item.gaps.length > 0 && <ul>{item.gaps.map((gap) => <li key={gap}>{word('custody-gap', gap)}</li>)}</ul>}
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

function teamName(session: Session, team: string): string {
  return session.all('seat').find((seat) => seat.team === team)?.teamName ?? team;
}

function Form({ court }: { court: CourtView }) {
  const session = useSession();
  const purpose = draft(`purpose.${court.id}`);
  const chosen = kept<Record<string, string>>(`filing.${court.id}`, {});
  const mine = session.me.value.teamRole?.split('.')[0] ?? '';
  const teams = new Map(session.all('seat').map((seat) => [seat.team, seat.teamName]));
  const items = new Map([...court.items.map((item): [string, string] => [item.evidence, item.name]), ...session.all('evidence').map((item): [string, string] => [item.id, item.name])]);
  const choose = (item: string, log: string | null) => {
    const { [item]: _, ...rest } = chosen.value;
    chosen.value = log === null ? rest : { ...rest, [item]: log };
  };
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{t('court.items')}</legend>
        {[...items].map(([id, name]) => (
          <div key={id} class="row">
            <label class="grow"><input type="checkbox" checked={chosen.value[id] !== undefined} onChange={() => choose(id, chosen.value[id] === undefined ? mine : null)} /> <span>{name} <span class="muted">{word('evidence-state', session.one('evidence', id)?.state ?? 'unseen')}</span></span></label>
            {chosen.value[id] !== undefined && (
              <label>{t('court.log')}
                <select value={chosen.value[id]} onChange={(event) => choose(id, event.currentTarget.value)}>
                  {[...teams].map(([team, teamName]) => <option key={team} value={team}>{teamName}</option>)}
                </select>
              </label>
            )}
          </div>
        ))}
      </fieldset>
      <label>{t('court.purpose')}<textarea rows={2} maxLength={2000} value={purpose.value} onInput={(event) => (purpose.value = event.currentTarget.value)} /></label>
      <ActButton
        primary
        place={`file.${court.id}`}
        about={`court:${court.id}`}
        label={t('court.file', Object.keys(chosen.value).length)}
        command={() => ({ kind: 'file-record', court: court.id, items: Object.entries(chosen.value).map(([evidence, log]) => ({ evidence, log })), purpose: purpose.value })}
      />
    </form>
  );
}
