import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { onKeys } from '../attention/keys';
import { drillTimeSeconds } from '../clock/words';
import { back } from '../room/places';
import { t } from '../texts/texts';
import { AddressOf, changeAddress } from './address';
import type { Deck } from './deck';
import { differences } from './differences';
import { Differences } from './Differences';
import { Fork } from './Fork';
import { Moments } from './Moments';
import { Pane } from './Pane';
import type { Player } from './player';
import { addBeside, type ReplayStart } from './start';
import { Timeline } from './Timeline';
import { timeShown } from './words';

/** The whole drill on a slider. */
export function ReplayScreen({ deck, start }: { deck: Deck; start: ReplayStart }) {
  const list = useSignal(matchMedia('(min-width: 1100px)').matches);
  const players = deck.players.value;
  const first = players[0];
  const marks = first?.marks.value ?? [];

  useEffect(() => onKeys({
    ' ': () => {
      if (document.activeElement instanceof HTMLButtonElement) return false;
      deck.toggle();
      return true;
    },
    ',': () => (void deck.step(-1), true),
    '.': () => (void deck.step(1), true),
    '[': () => (deck.leap(first?.marks.value ?? [], -1), true),
    ']': () => (deck.leap(first?.marks.value ?? [], 1), true),
    Escape: back,
  }), [deck, first]);

  const address = useMemo(() => new AddressOf(), []);
  useEffect(() => () => address.leave(), [address]);
  useSignalEffect(() => {
    const [at, seat] = [deck.at.value, deck.players.value[0]?.index.value?.seat];
    if (deck.playing.value) return;
    address.rests((asked) => {
      asked.delete('objective');
      asked.set('at', `${Math.round(at)}`);
      if (seat !== undefined) asked.set('seat', seat);
    });
  });

  if (first === undefined) return null;
  const look = async (player: Player, seat: string) => {
    await player.open(seat, deck.at.value).catch((error: unknown) => (player.failed.value = error instanceof Error ? error.message : ''));
    await player.loadMarks().catch(() => undefined);
  };
  const beside = async (drill: string) => {
    changeAddress((asked) => (drill === '' ? asked.delete('beside') : asked.set('beside', drill)));
    deck.players.value = [first];
    if (drill !== '') await addBeside(deck, drill, start.language).catch(() => undefined);
  };
  const second = players[1];
  const gone = () => {
    if (matchMedia('(max-width: 600px)').matches) list.value = false;
  };
  return (
    <div class={`replay ${players.length > 1 ? 'is-beside' : ''} ${list.value ? 'has-moments' : ''}`}>
      <h1 class="visually-hidden">{t('replay.title', first.index.value?.title ?? '')}</h1>
      <header class="bar replay-bar">
        <strong class="exercise">{t('bar.exercise')}</strong>
        <span class="replay-then"><span class="wide">{t('replay.as-it-was')} </span><strong class="drill-clock ltr" data-testid="then">{drillTimeSeconds(deck.at.value)}</strong></span>
        <span class="bar-story">{timeShown(first.session, deck.at.value)}</span>
        <a class="replay-out" href={`/drills/${first.drill}/report`}>{t('replay.report')}</a>
      </header>
      <div class="replay-tools">
        <label class="replay-eyes">{t('replay.eyes')}{' '}
          <select value={first.index.value?.seat ?? ''} data-testid="eyes" onChange={(event) => void look(first, event.currentTarget.value)}>
            {first.index.value?.seats.map((seat) => <option key={seat.seat} value={seat.seat}>{seat.control ? t('replay.control') : `${seat.teamName}, ${seat.roleName} ${seat.seat.split('.').at(-1)}`}</option>)}
          </select>
        </label>
        {(start.runs?.length ?? 0) > 0 && (
          <label>{t('replay.beside')}{' '}
            <select value={players[1]?.drill ?? ''} data-testid="beside" onChange={(event) => void beside(event.currentTarget.value)}>
              <option value="">{t('replay.alone')}</option>
              {start.runs?.map((run) => <option key={run.drill} value={run.drill}>{run.title}</option>)}
            </select>
          </label>
        )}
        {start.fork !== undefined && <Fork deck={deck} drill={first.drill} choice={start.fork} />}
        <button type="button" aria-expanded={list.value} onClick={() => (list.value = !list.value)}>{t('replay.moments-open', marks.length)}</button>
      </div>
      <Timeline deck={deck} marks={marks} />
      <div class="replay-main">
        {list.value && (
          <div class="replay-lists">
            {second !== undefined && <Differences deck={deck} all={differences(marks, second.marks.value)} titles={[first.index.value?.title ?? '', second.index.value?.title ?? '']} onGone={gone} />}
            <Moments deck={deck} marks={marks} onGone={gone} />
          </div>
        )}
        <div class="panes">
          {players.map((player) => <Pane key={player.drill} player={player} named={players.length > 1} onSeat={(seat) => void look(player, seat)} />)}
        </div>
      </div>
    </div>
  );
}
