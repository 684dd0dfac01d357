import { signal, type Signal } from '@preact/signals';
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
