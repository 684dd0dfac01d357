import { effect, signal } from '@preact/signals';

export type Place = 'now' | 'feed' | 'do' | 'requests' | 'evidence' | 'map' | 'people' | 'score' | 'hot-wash' | 'more';

/** Where this person is in the room: a place, and the record that is open there ("feed:id", "decision:id", "request:id"). */
export interface Spot {
  place: Place;
  open: string | null;
}

interface Left extends Spot {
  focus: Element | null;
  caret: [number, number] | null;
  scrolls: [string, number][];
}

const places: ReadonlySet<string> = new Set<Place>(['now', 'feed', 'do', 'requests', 'evidence', 'map', 'people', 'score', 'hot-wash', 'more']);
export const spot = signal<Spot>(fromAddress());
const left: Left[] = [];

// In the address, so that a reload comes back here.
effect(() => {
  const { place, open } = spot.value;
  const hash = open === null ? (place === 'feed' ? '' : `#${place}`) : `#${place}/${encodeURIComponent(open)}`;
  if (hash !== location.hash) history.replaceState(null, '', location.pathname + location.search + hash);
});

function fromAddress(): Spot {
  const [place = '', open] = location.hash.slice(1).split('/');
  return { place: places.has(place) ? (place as Place) : 'feed', open: open === undefined ? null : decodeURIComponent(open) };
}

/** Only a person's own press comes here; what arrives never moves anybody. */
export function go(place: Place, open: string | null = null): void {
  if (spot.value.place === place && spot.value.open === open) return;
  const focus = document.activeElement;
  left.push({ ...spot.value, focus, caret: caretOf(focus), scrolls: scrolls() });
  if (left.length > 20) left.shift();
  spot.value = { place, open };
  requestAnimationFrame(() => requestAnimationFrame(enter));
}

const homes: Record<string, Place> = { feed: 'feed', decision: 'feed', request: 'requests', evidence: 'evidence', court: 'evidence', action: 'do', asset: 'map', questionnaire: 'do' };

/** To a record by its key ("request:r-1"), in the place where it is read. */
export function goTo(key: string): void {
  go(homes[key.slice(0, key.indexOf(':'))] ?? 'feed', key);
}

// What one pressed may be gone with the press (a line of the slot, a list that a phone covers): then the focus goes to what was opened.
function enter(): void {
  const now = document.activeElement;
  if (now instanceof HTMLElement && now !== document.body && now.checkVisibility?.() !== false) return;
  document.querySelector<HTMLElement>('.column-middle [data-scrolls]')?.focus({ preventScroll: true });
}

function caretOf(field: Element | null): [number, number] | null {
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return null;
  try {
    return field.selectionStart === null ? null : [field.selectionStart, field.selectionEnd ?? field.selectionStart];
  } catch {
    return null; // A field without a caret, a box to tick say.
  }
}

/** Esc: back to the very place, with its scroll and focus. */
export function back(): boolean {
  const last = left.pop();
  if (last === undefined) return false;
  spot.value = { place: last.place, open: last.open };
  requestAnimationFrame(() => {
    for (const [name, top] of last.scrolls) document.querySelector(`[data-scrolls="${name}"]`)?.scrollTo({ top });
    const focus = last.focus instanceof HTMLElement && last.focus.isConnected ? last.focus : again(last.focus);
    focus?.focus({ preventScroll: true });
    if (last.caret !== null && (focus instanceof HTMLTextAreaElement || focus instanceof HTMLInputElement)) focus.setSelectionRange(...last.caret);
  });
  return true;
}

// By name: the same list is another element after a place was left and come back to.
function scrolls(): [string, number][] {
  return [...document.querySelectorAll('[data-scrolls]')].map((element) => [element.getAttribute('data-scrolls') ?? '', element.scrollTop]);
}

// A list that was drawn anew holds the same row as another element; so does a form its field.
function again(old: Element | null): HTMLElement | null {
  const name = ['data-key', 'data-draft', 'data-place'].find((one) => old?.hasAttribute(one));
  return name === undefined ? null : document.querySelector<HTMLElement>(`[${name}="${CSS.escape(old?.getAttribute(name) ?? '')}"]`);
}
