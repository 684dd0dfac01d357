import type { Act } from './outbox';

/** Where acts that are not answered yet outlive this page; every tab of this seat reads the same, each act under a key of its own. */
export interface Kept {
  all(): Act[];
  put(act: Act): void;
  remove(id: string): void;
  /** What another tab did: put (the act) or removed (null). */
  listen(heard: (id: string, act: Act | null) => void): void;
}

export const keptNowhere: Kept = { all: () => [], put: () => undefined, remove: () => undefined, listen: () => undefined };

export function keptIn(prefix: string): Kept {
  const name = (id: string) => `${prefix}.${id}`;
  return {
    all() {
      try {
        return Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}.`)).flatMap((key) => read(localStorage.getItem(key))).sort((a, b) => a.madeAt - b.madeAt);
      } catch {
        return [];
      }
    },
    put(act) {
      try {
        localStorage.setItem(name(act.id), JSON.stringify(act));
      } catch {
        // A full or forbidden storage: it then lives as long as this page.
      }
    },
    remove(id) {
      try {
        localStorage.removeItem(name(id));
      } catch {
        // As above.
      }
    },
    listen(heard) {
      globalThis.addEventListener?.('storage', (event) => {
        if (event.key?.startsWith(`${prefix}.`) !== true) return;
        const act = read(event.newValue)[0];
        if (act !== undefined || event.newValue === null) heard(event.key.slice(prefix.length + 1), act ?? null);
      });
    },
  };
}

function read(text: string | null): Act[] {
  try {
    const act = JSON.parse(text ?? 'null') as Act | null;
    return act === null || typeof act.id !== 'string' ? [] : [act];
  } catch {
    return [];
  }
}
