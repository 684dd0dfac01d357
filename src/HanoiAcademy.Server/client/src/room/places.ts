import { effect, signal } from '@preact/signals';

export type Place = 'now' | 'feed' | 'do' | 'requests' | 'evidence' | 'map' | 'people' | 'score' | 'more';

/** Where this person is in the room: a place, and the record that is open there ("feed:id", "decision:id", "request:id"). */
export interface Spot {
  place: Place;
  open: string | null;
}

interface Left extends Spot {
  focus: Element | null;
  scrolls: [string, number][];
}

const places: ReadonlySet<string> = new Set<Place>(['now', 'feed', 'do', 'requests', 'evidence', 'map', 'people', 'score', 'more']);
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
  left.push({ ...spot.value, focus: document.activeElement, scrolls: scrolls() });
  if (left.length > 20) left.shift();
  spot.value = { place, open };
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
  });
  return true;
}

// By name: the same list is another element after a place was left and come back to.
function scrolls(): [string, number][] {
  return [...document.querySelectorAll('[data-scrolls]')].map((element) => [element.getAttribute('data-scrolls') ?? '', element.scrollTop]);
}

// A list that was drawn anew holds the same row as another element.
function again(old: Element | null): HTMLElement | null {
  const key = old?.getAttribute('data-key');
  return key === null || key === undefined ? null : document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
}
