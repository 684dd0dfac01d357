import { signal } from '@preact/signals';
import type { DrillTile } from './tile';

const every = 5_000;
const longest = 60_000;
const patience = 10_000;

/**
 * Asks for the wall again and again: every five seconds while the page is seen, less and less often while nothing answers, not at all while it lies in the
 * background. One question at a time.
 */
export class WallWatch {
  readonly tiles = signal<readonly DrillTile[]>([]);
  /** Wall time of the last answer. */
  readonly asOf = signal(0);
  readonly isStale = signal(false);
  onFirst: () => void = () => {};
  #wait = every;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking = false;

  constructor(private readonly url: string, private readonly get: typeof fetch = (...args) => fetch(...args)) {}

  start(): void {
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void this.ask();
    });
    void this.ask();
  }

  async ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    clearTimeout(this.#timer);
    try {
      const answer = await this.get(this.url, { credentials: 'same-origin', headers: { accept: 'application/json' }, signal: AbortSignal.timeout(patience) });
      if (!answer.ok) throw new Error(`${this.url}: ${answer.status}`);
      const { drills } = (await answer.json()) as { drills: DrillTile[] };
      const isFirst = this.asOf.value === 0;
      this.tiles.value = drills;
      this.asOf.value = Date.now();
      this.isStale.value = false;
      this.#wait = every;
      if (isFirst) this.onFirst();
    } catch {
      this.isStale.value = true;
      this.#wait = Math.min(longest, this.#wait * 2);
    } finally {
      this.#asking = false;
    }
    if (!document.hidden) this.#timer = setTimeout(() => void this.ask(), this.#wait);
  }
}
