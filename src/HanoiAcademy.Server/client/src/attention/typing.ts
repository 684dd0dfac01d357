import { signal } from '@preact/signals';

/** True while the focus is in a field that is written into. */
export const typing = signal(false);

const written = 'textarea, select, [contenteditable="true"], input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="range"])';

export function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(written);
}

export function watchTyping(): void {
  addEventListener('focusin', (event) => (typing.value = isField(event.target)));
  // Leaving one field for the next is not leaving: focusin follows at once.
  addEventListener('focusout', () => setTimeout(() => (typing.value = isField(document.activeElement))));
}
