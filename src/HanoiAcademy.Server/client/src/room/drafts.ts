import { signal, type Signal } from '@preact/signals';
import { typing } from '../attention/typing';
import { mine } from '../shell/mine';

// Half a sentence survives a change of place, a reload and a lost link: kept here by what it belongs to.
const open = new Map<string, Signal<string>>();

export function draft(key: string): Signal<string> {
  let text = open.get(key);
  if (text === undefined) {
    const name = mine(`draft.${key}`);
    text = signal(localStorage.getItem(name) ?? '');
    text.subscribe((value) => (value === '' ? localStorage.removeItem(name) : localStorage.setItem(name, value)));
    open.set(key, text);
  }
  return text;
}

// Another tab of this seat wrote on: the field here follows, unless somebody writes in this tab at this moment.
globalThis.addEventListener?.('storage', (event) => {
  for (const [key, text] of open) if (event.key === mine(`draft.${key}`) && !(document.hasFocus() && typing.value)) text.value = event.newValue ?? '';
});
