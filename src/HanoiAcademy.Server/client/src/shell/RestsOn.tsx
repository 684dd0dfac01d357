import { t, word } from '../texts/texts';

/** What a step rests on: an article of the Convention (its page says how far the text is verified), a model provision, a CSF function. */
export function RestsOn({ words }: { words: string[] }) {
  if (words.length === 0) return null;
  return (
    <p class="rests-on">
      {t('rests.on')}{' '}
      {words.map((one, n) => (
        <span key={one}>{n > 0 && ', '}<Basis of={one} /></span>
      ))}
    </p>
  );
}

function Basis({ of }: { of: string }) {
  const [what = '', which = ''] = of.split(':');
  if (what === 'uncc') return <a href={`/articles/${encodeURIComponent(which.split('(')[0] ?? which)}`} target="_blank" rel="noopener">{t('rests.article', which)}</a>;
  if (what === 'csf') return <>{t('rests.csf', `${word('csf', which.split('.')[0] ?? which)} (${which})`)}</>;
  return <>{word('basis', what)} {which}</>;
}
