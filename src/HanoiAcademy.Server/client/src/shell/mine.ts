// What is kept in this browser belongs to one seat of one drill: on a shared machine the next person sits elsewhere, and must find
// nothing of it in his boxes.
let prefix = 'academy.mine.';

export function sitsIn(drill: string, seat: string): void {
  prefix = `academy.mine.${drill}.${seat}.`;
}

export function mine(name: string): string {
  return prefix + name;
}

/** The seat was left or taken away. */
export function forgetMine(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
