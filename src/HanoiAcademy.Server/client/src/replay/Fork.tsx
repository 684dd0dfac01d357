import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { drillTimeSeconds } from '../clock/words';
import { Sheet } from '../shell/Sheet';
import { t, word } from '../texts/texts';
import type { Deck } from './deck';
import { ForkPress } from './press';

/** How one may play on from here. */
export interface ForkChoice {
  withPeople: boolean;
  /** Roles one may play alone, "team.role" with its name; none: not alone. */
  alone: { role: string; name: string }[];
  suggested: string;
}

const skills = ['good', 'average', 'poor'] as const;

/** From this moment into a drill of its own: what if? */
export function Fork({ deck, drill, choice }: { deck: Deck; drill: string; choice: ForkChoice }) {
  const open = useSignal(false);
  const alone = useSignal(!choice.withPeople);
  const role = useSignal(choice.suggested);
  const skill = useSignal<string>('average');
  const title = useSignal('');
  const guests = useSignal(false);
  const simulate = useSignal(true);
  const busy = useSignal(false);
  const refused = useSignal('');
  const press = useMemo(() => new ForkPress(drill), [drill]);
  if (!choice.withPeople && choice.alone.length === 0) return null;
  const begin = () => {
    deck.stop();
    refused.value = '';
    press.begin();
    open.value = true;
  };
  const make = async () => {
    busy.value = true;
    refused.value = '';
    const order = { at: Math.round(deck.at.value), title: title.value, ...(alone.value ? { alone: role.value, skill: skill.value } : { guests: guests.value, simulateEmptySeats: simulate.value }) };
    try {
      location.assign(await press.make(order));
    } catch (error) {
      refused.value = error instanceof Error && !(error instanceof TypeError) && error.message !== '' ? error.message : t('replay.fork-failed');
    } finally {
      busy.value = false;
    }
  };
  return (
    <>
      <button type="button" class="btn-primary" aria-expanded={open.value} onClick={begin}>{t('replay.fork')}</button>
      {open.value && (
        <Sheet title={t('replay.fork-title', drillTimeSeconds(deck.at.value))} safe={t('replay.fork-no')} quiet onClose={() => (open.value = false)}>
          <form class="fork-form" onSubmit={(event) => { event.preventDefault(); void make(); }}>
            <p>{t('replay.fork-what')}</p>
            {choice.withPeople && choice.alone.length > 0 && (
              <fieldset>
                <legend>{t('replay.fork-who')}</legend>
                <label class="checkbox"><input type="radio" name="fork-who" checked={!alone.value} onChange={() => (alone.value = false)} /> {t('replay.fork-people')}</label>
                <label class="checkbox"><input type="radio" name="fork-who" checked={alone.value} onChange={() => (alone.value = true)} /> {t('replay.fork-alone')}</label>
              </fieldset>
            )}
            {alone.value ? (
              <>
                <label>{t('replay.fork-role')} <select value={role.value} onChange={(event) => (role.value = event.currentTarget.value)}>{choice.alone.map((one) => <option key={one.role} value={one.role}>{one.name}</option>)}</select></label>
                <label>{t('replay.fork-skill')} <select value={skill.value} onChange={(event) => (skill.value = event.currentTarget.value)}>{skills.map((one) => <option key={one} value={one}>{word('skill', one)}</option>)}</select></label>
              </>
            ) : (
              <>
                <label class="checkbox"><input type="checkbox" checked={simulate.value} onChange={(event) => (simulate.value = event.currentTarget.checked)} /> {t('replay.fork-simulate')}</label>
                <label class="checkbox"><input type="checkbox" checked={guests.value} onChange={(event) => (guests.value = event.currentTarget.checked)} /> {t('replay.fork-guests')}</label>
              </>
            )}
            <label>{t('replay.fork-name')} <input dir="auto" maxLength={120} value={title.value} placeholder={t('replay.fork-name-own')} onInput={(event) => (title.value = event.currentTarget.value)} /></label>
            {refused.value !== '' && <p class="refusal" role="alert">✕ {refused.value}</p>}
            <button type="submit" class="btn-primary" disabled={busy.value}>{alone.value ? t('replay.fork-go-alone') : t('replay.fork-go')}</button>
          </form>
        </Sheet>
      )}
    </>
  );
}
