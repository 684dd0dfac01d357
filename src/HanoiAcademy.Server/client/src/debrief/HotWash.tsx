import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { drillTime } from '../clock/words';
import type { HotWashView } from '../contract/records';
import { localTeam, may } from '../control/role';
import { newId } from '../link/outbox';
import { Bar } from '../shell/Bar';
import { OutgoingStrip } from '../shell/ActButton';
import { useSession } from '../shell/context';
import { t, word } from '../texts/texts';
import { agenda, dueStep, minutesInAll, mostFixes, secondsLeft, secondsSince, type Part } from './agenda';
import { NoteForm } from './NoteForm';
import { NoteList } from './NoteList';
import { fixesOf, notesOf, turningPoints, undone } from './prompts';

/** The wall's page: five parts in twenty minutes, what the log says beside what people say, in letters that are read from the back row. */
export function HotWash() {
  const session = useSession();
  const over = session.status === 'ended';
  const step = useSignal(fromAddress());
  const go = (n: number) => {
    step.value = Math.min(agenda.length - 1, Math.max(0, n));
    history.replaceState(null, '', `${location.pathname}${location.search}#${agenda[step.value]?.part ?? ''}`);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Alt and an arrow is the browser's own way back; what scrolls under the focus scrolls.
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [tabindex="0"]') !== null) return;
      const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
      if (event.key === forward) go(step.value + 1);
      else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') go(step.value - 1);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const part = agenda[step.value]?.part ?? 'planned';
  return (
    <div class="hot-wash">
      <Bar who={t('hot-wash.title')} />
      <div class="hot-wash-page">
        {!over ? (
          <>
            <h1>{t('hot-wash.title')}</h1>
            <p class="notice">{t('hot-wash.not-yet')} <a href={`/drills/${session.drill}/control`}>{t('hot-wash.to-control')}</a></p>
          </>
        ) : (
          <>
            <nav class="hot-wash-parts" aria-label={t('hot-wash.parts')}>
              <ol>
                {agenda.map((one, n) => (
                  <li key={one.part}>
                    <button type="button" aria-current={n === step.value ? 'step' : undefined} onClick={() => go(n)}>
                      <b>{word('hot-wash.sorts', one.part)}</b> <span class="muted">{t('hot-wash.minutes', one.minutes)}</span>
                    </button>
                  </li>
                ))}
              </ol>
              <Timer step={step.value} />
            </nav>
            <h1 tabIndex={-1}>{word('hot-wash.questions', part)}</h1>
            <PartOf part={part} />
            <p class="row hot-wash-foot">
              <button type="button" disabled={step.value === 0} onClick={() => go(step.value - 1)}>{t('hot-wash.back')}</button>
              <button type="button" class="btn-primary" disabled={step.value === agenda.length - 1} onClick={() => go(step.value + 1)}>{t('hot-wash.next')}</button>
              <a href={`/drills/${session.drill}/report`}>{t('standing.report')}</a>
              <a href={`/drills/${session.drill}/replay`}>{t('hot-wash.replay')}</a>
            </p>
          </>
        )}
      </div>
      <OutgoingStrip />
    </div>
  );
}

function fromAddress(): number {
  return Math.max(0, agenda.findIndex((one) => `#${one.part}` === location.hash));
}

/** When the talk began, by this machine's clock: a reload, or another tab of the wall, goes on with it. */
const beganAt = signal<number | null | undefined>(undefined);

function Timer({ step }: { step: number }) {
  const session = useSession();
  const key = `academy.hot-wash.${session.drill}`;
  beganAt.value ??= read(key);
  // A tick a second: the drill's own clock stands after EndEx.
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (now.value = Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const set = (at: number | null) => {
    beganAt.value = at;
    now.value = Date.now();
    try {
      if (at === null) localStorage.removeItem(key);
      else localStorage.setItem(key, String(at));
    } catch {
      // Without storage it lives as long as this page.
    }
  };
  if (beganAt.value === null) return <p class="hot-wash-timer"><button type="button" class="btn-primary" onClick={() => set(Date.now())}>{t('hot-wash.begin', minutesInAll)}</button></p>;
  const seconds = secondsSince(beganAt.value, now.value);
  const left = secondsLeft(step, seconds);
  const inAll = Math.max(0, minutesInAll - Math.floor(seconds / 60));
  const due = dueStep(seconds);
  return (
    <div class="hot-wash-timer">
      <p role="timer"><b class="tabular">{left >= 0 ? t('hot-wash.left', Math.ceil(left / 60)) : t('hot-wash.over', Math.ceil(-left / 60))}</b> <span class="muted">{t('hot-wash.left-in-all', inAll)}</span></p>
      {due > step && left < 0 && <p class="go-on">▲ {t('hot-wash.go-on', word('hot-wash.sorts', agenda[due]?.part ?? ''))}</p>}
      <button type="button" class="btn-quiet" onClick={() => set(null)}>{t('hot-wash.reset')}</button>
    </div>
  );
}

function read(key: string): number | null {
  try {
    const kept = Number(localStorage.getItem(key) ?? NaN);
    // Kept from another day: that talk is over.
    return Number.isFinite(kept) && Math.abs(Date.now() - kept) < 3 * 3_600_000 ? kept : null;
  } catch {
    return null;
  }
}

function PartOf({ part }: { part: Part }) {
  const session = useSession();
  const notes = session.all('hot-wash');
  const team = localTeam(session.me.value.seat) ?? '';
  const writes = may(session.me.value.seat, 'note');
  if (part === 'planned') return <Planned />;
  if (part === 'fix') return <Fixes />;
  return (
    <div class="hot-wash-sides">
      <section aria-labelledby="hot-wash-log"><h2 id="hot-wash-log">{t('hot-wash.the-log')}</h2>{part === 'happened' ? <Happened /> : <Results part={part} />}</section>
      <section aria-labelledby="hot-wash-said">
        <h2 id="hot-wash-said">{t('hot-wash.people-say')}</h2>
        <NoteList notes={notesOf(notes, part)} none={t('hot-wash.none-yet')} />
        {writes && <NoteForm key={part} sorts={[part]} team={team} />}
      </section>
    </div>
  );
}

function Planned() {
  const session = useSession();
  const brief = session.all('brief')[0];
  const view = session.clock.view.value;
  const plan = session.all('plan');
  const came = plan.filter((one) => one.status === 'past').length;
  return (
    <div class="hot-wash-sides">
      <section>
        <p class="hot-wash-lead" dir="auto">{brief?.summary}</p>
        <dl class="hot-wash-facts">
          <div><dt>{t('hot-wash.planned-time')}</dt><dd>{drillTime(view?.plannedMs ?? 0)}</dd></div>
          <div><dt>{t('hot-wash.played-time')}</dt><dd>{drillTime(session.clock.at.value)}</dd></div>
          <div><dt>{t('hot-wash.injects')}</dt><dd>{t('hot-wash.came-of', came, plan.length)}</dd></div>
          <div><dt>{t('hot-wash.ended')}</dt><dd>{view?.endTitle ?? t('hot-wash.ended-by-control')}</dd></div>
        </dl>
      </section>
      <section aria-labelledby="hot-wash-aims">
        <h2 id="hot-wash-aims">{t('hot-wash.aims')}</h2>
        <ByTeam of={(team) => session.all('objective').filter((one) => one.team === team).map((one) => <li key={one.id}>{one.name}</li>)} />
      </section>
    </div>
  );
}

function Happened() {
  const session = useSession();
  const names = teamNames(session.all('tile'));
  const moments = turningPoints(session.all('objective'), session.all('decision'), session.all('penalty'));
  const scores = session.all('score').filter((one) => one.of + (one.toJudge ?? 0) > 0);
  return (
    <>
      {scores.length > 0 && <p class="hot-wash-scores">{scores.map((one) => <span key={one.team}><b>{one.teamName}</b> <span class="tabular">{one.score}</span></span>)}</p>}
      {moments.length === 0 && <p class="muted">{t('hot-wash.no-moments')}</p>}
      <ul class="hot-wash-moments" tabIndex={0} aria-label={t('hot-wash.the-log')}>
        {moments.map((one) => (
          <li key={one.key} class={`moment-${one.kind}`}>
            <span class="ltr tabular">{drillTime(one.at)}</span> <span class="moment-word">{shape[one.kind]} {word('hot-wash.moments', one.kind)}</span> <span>{one.text}{one.more !== undefined && <>: <b>{one.more}</b></>}{one.team !== '' && <span class="muted"> · {names.get(one.team) ?? one.team}</span>}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const shape = { won: '✓', missed: '✕', asked: '●', lapsed: '○', penalty: '−' } as const;

/** What the log holds of what went well, or did not. */
function Results({ part }: { part: 'helped' | 'hindered' }) {
  const session = useSession();
  const names = teamNames(session.all('tile'));
  const moments = turningPoints(session.all('objective'), session.all('decision'), session.all('penalty'));
  const those = moments.filter((one) => (part === 'helped' ? one.kind === 'won' : one.kind === 'missed' || one.kind === 'lapsed' || one.kind === 'penalty'));
  const open = part === 'hindered' ? undone(session.all('plan')).slice(0, 12) : [];
  if (those.length + open.length === 0) return <p class="muted">{t('hot-wash.nothing')}</p>;
  return (
    <ul class="hot-wash-moments" tabIndex={0} aria-label={t('hot-wash.the-log')}>
      {those.map((one) => <li key={one.key} class={`moment-${one.kind}`}><span class="ltr tabular">{drillTime(one.at)}</span> <span class="moment-word">{shape[one.kind]} {word('hot-wash.moments', one.kind)}</span> <span>{one.text}{one.team !== '' && <span class="muted"> · {names.get(one.team) ?? one.team}</span>}</span></li>)}
      {open.map((one) => <li key={one.key} class="moment-undone"><span>○ {t('hot-wash.undone', one.title)} <b>{one.name}</b></span></li>)}
    </ul>
  );
}

function Fixes() {
  const session = useSession();
  const { agreed, proposed } = fixesOf(session.all('hot-wash'));
  const leads = may(session.me.value.seat, 'run');
  const full = agreed.length >= mostFixes;
  // The team's own proposal stays as it was written; what was agreed is a note of its own.
  const take = (note: HotWashView) => void session.outbox.act({ kind: 'note-hot-wash', note: `h-${newId().slice(0, 16)}`, sort: 'fix', text: note.text, owner: note.owner, team: '', language: note.language }, { place: `take.${note.id}` });
  const open = proposed.filter((one) => !agreed.some((other) => other.text === one.text));
  return (
    <div class="hot-wash-sides">
      <section aria-labelledby="hot-wash-agreed">
        <h2 id="hot-wash-agreed">{t('hot-wash.agreed', agreed.length, mostFixes)}</h2>
        <NoteList notes={agreed} none={t('hot-wash.none-agreed')} numbered />
        {leads && !full && <NoteForm sorts={['fix']} team="" />}
        {full && <p class="notice notice-ok">✓ {t('hot-wash.enough')}</p>}
        {leads && agreed.length > 0 && <p><a href={`/improvements/suggest?drill=${session.drill}`}>{t('hot-wash.into-plan')}</a></p>}
      </section>
      <section aria-labelledby="hot-wash-proposed">
        <h2 id="hot-wash-proposed">{t('hot-wash.proposed')}</h2>
        <NoteList notes={open} none={t('hot-wash.none-yet')} {...(leads && !full ? { onTake: take } : {})} />
      </section>
    </div>
  );
}

function ByTeam({ of }: { of: (team: string) => unknown[] }) {
  const session = useSession();
  const teams = session.all('tile').map((one) => ({ ...one, lines: of(one.team) })).filter((one) => one.lines.length > 0);
  if (teams.length === 0) return <p class="muted">{t('hot-wash.no-aims')}</p>;
  return <div class="hot-wash-teams" tabIndex={0} role="group" aria-label={t('hot-wash.aims')}>{teams.map((one) => <div key={one.team}><h3>{one.name}</h3><ul>{one.lines as never}</ul></div>)}</div>;
}

function teamNames(tiles: readonly { team: string; name: string }[]): Map<string, string> {
  return new Map(tiles.map((one) => [one.team, one.name]));
}
