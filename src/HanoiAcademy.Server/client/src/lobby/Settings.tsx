import { letterKeys, switchLetterKeys } from '../attention/keys';
import { ring, sound, switchSound } from '../attention/sound';
import { languages } from '../shell/languages';
import { t } from '../texts/texts';
import { setTextSize, textSize, textSizes } from './textSize';

/** Sound, text size and keys: this person's own, on this machine. */
export function Settings() {
  return (
    <section class="card" aria-labelledby="settings-title">
      <h2 id="settings-title">{t('settings.title')}</h2>
      <label><input type="checkbox" checked={sound.value} onChange={(event) => switchSound(event.currentTarget.checked)} /> {t('settings.sound')}</label>
      <p class="row">
        <button type="button" disabled={!sound.value} onClick={() => ring('urgent')}>{t('settings.try-urgent')}</button>
        <button type="button" disabled={!sound.value} onClick={() => ring('call')}>{t('settings.try-call')}</button>
      </p>
      <fieldset>
        <legend>{t('settings.text-size')}</legend>
        {textSizes.map((size) => <label key={size}><input type="radio" name="text-size" checked={textSize.value === size} onChange={() => setTextSize(size)} /> {size} %</label>)}
      </fieldset>
      {languages.length > 1 && (
        <p>
          {t('settings.language')}{' '}
          {languages.map(({ id, name }) => <a key={id} class="language" href={`?ui=${encodeURIComponent(id)}`} lang={id} aria-current={id === document.documentElement.dataset['ui'] ? 'true' : undefined}>{name} </a>)}
        </p>
      )}
      <label><input type="checkbox" checked={letterKeys.value} onChange={(event) => switchLetterKeys(event.currentTarget.checked)} /> {t('settings.keys')}</label>
      <p class="muted">{t('settings.keys-what')}</p>
    </section>
  );
}
