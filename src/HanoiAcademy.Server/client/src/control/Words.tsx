import { t } from '../texts/texts';

const words = ['startex', 'inject', 'due', 'held-back', 'contingency', 'not-drawn', 'fire', 'claim', 'simulated', 'skill', 'hold', 'tlp', 'jump', 'endex'] as const;

/** The words of the room for who meets them under way. */
export function Words() {
  return <dl class="words">{words.map((one) => <div key={one}><dt>{t(`words.${one}.is`)}</dt><dd>{t(`words.${one}.means`)}</dd></div>)}</dl>;
}
