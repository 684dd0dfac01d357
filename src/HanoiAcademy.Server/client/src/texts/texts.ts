import type en from '../../../i18n/en.json';

// The client's sentences stand in the same i18n/en.json as the pages', under "client". Only its type is read here, so that a key that
// does not exist fails the type check; the words come from the server in the person's language.
type Dotted<T> = T extends string ? never : { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Dotted<T[K]>}` }[keyof T & string];
export type TextKey = Dotted<(typeof en)['client']>;

type Tree = { [key: string]: string | Tree };
let words: ReadonlyMap<string, string> = new Map();
let tag = 'en';
const section = 'client.';

export function useTexts(tree: unknown, languageTag: string): void {
  const flat = new Map<string, string>();
  flatten(tree as Tree, '', flat);
  // The server sends the keys as its own pages know them.
  for (const [key, value] of [...flat]) if (key.startsWith(section)) flat.set(key.slice(section.length), value);
  words = flat;
  tag = languageTag;
}

function flatten(tree: Tree, path: string, into: Map<string, string>): void {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') into.set(path + key, value);
    else flatten(value, `${path}${key}.`, into);
  }
}

export async function loadTexts(url: string, languageTag: string): Promise<void> {
  const answer = await fetch(url, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  useTexts(await answer.json(), languageTag);
}

/** A tag that Intl knows: the pseudo-language is written in English. */
export function language(): string {
  return tag.startsWith('qps') ? 'en' : tag;
}

export function t(key: TextKey, ...values: (string | number)[]): string {
  return fill(words.get(key) ?? key, values);
}

/** For words that come from the server as codes: a code without a sentence is shown as it is, never hidden. */
export function word(group: string, code: string): string {
  return words.get(`${group}.${code}`) ?? code;
}

function fill(text: string, values: (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (whole, n: string) => String(values[Number(n)] ?? whole));
}
