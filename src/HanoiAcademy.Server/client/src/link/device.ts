import { newId } from './outbox';

/** "browser.tab": this browser and this tab of it, told apart from others at which the same person sits. They mean nothing to anybody else. */
export function device(): string {
  return `${kept('localStorage', 'academy.device')}.${kept('sessionStorage', 'academy.tab')}`;
}

/** From which other browsers a seat is held, and in how many tabs of this one; a line that a tab lost and has not closed yet counts once. */
export function elsewhere(mine: string, devices: readonly string[]): { others: number; tabs: number } {
  const browser = (one: string) => one.split('.')[0];
  const all = new Set([mine, ...devices]);
  const here = [...all].filter((one) => browser(one) === browser(mine));
  return { others: new Set([...all].filter((one) => browser(one) !== browser(mine)).map(browser)).size, tabs: here.length };
}

function kept(where: 'localStorage' | 'sessionStorage', key: string): string {
  const fresh = newId().slice(0, 12);
  try {
    const store = globalThis[where];
    const known = store.getItem(key) ?? fresh;
    store.setItem(key, known);
    return known;
  } catch {
    return fresh;
  }
}
