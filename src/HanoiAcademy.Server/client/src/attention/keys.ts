import { signal } from '@preact/signals';
import { isField } from './typing';

const key = 'academy.keys';
/** Single-letter keys can be switched off (speech input types letters). */
export const letterKeys = signal(localStorage.getItem(key) !== 'off');

export function switchLetterKeys(on: boolean): void {
  letterKeys.value = on;
  localStorage.setItem(key, on ? 'on' : 'off');
}

/** Calls what belongs to a key pressed outside fields; Esc also reaches from inside one. */
export function onKeys(handlers: Record<string, () => boolean>): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const letter = event.key.length === 1;
    if (letter && (!letterKeys.value || isField(event.target))) return;
    const handler = handlers[letter ? event.key.toLowerCase() : event.key];
    if (handler?.() === true) event.preventDefault();
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
}
