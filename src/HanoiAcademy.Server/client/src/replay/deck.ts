import { computed, signal } from '@preact/signals';
import type { Mark } from '../contract/replay';
import type { Player } from './player';

/** Ms from one place of the slider to the next. */
export const stepMs = 1000;

export const paces = [1, 2, 4, 8, 16, 32, 64] as const;

/** The one slider, whatever it moves: one recording, or two of the same scenario beside each other. */
export class Deck {
  readonly players = signal<readonly Player[]>([]);
  readonly at = signal(0);
  readonly playing = signal(false);
  readonly pace = signal<number>(8);
  /** Drill ms at which the longest of them ends. */
  readonly length = computed(() => Math.max(0, ...this.players.value.map((player) => player.index.value?.at ?? 0)));
  /** Where the slider ends: a range rests on whole steps alone, so the last of them holds the end, and not the last before it. */
  readonly end = computed(() => Math.ceil(this.length.value / stepMs) * stepMs);
  #asked = false;
  #timer: ReturnType<typeof setInterval> | null = null;
  readonly #now: () => number;
  readonly #frame: (draw: () => void) => void;

  constructor(now: () => number = () => performance.now(), frame: (draw: () => void) => void = (draw) => void requestAnimationFrame(draw)) {
    this.#now = now;
    this.#frame = frame;
  }

  /** As often as a hand moves the slider, drawn once a frame. */
  go(at: number): void {
    this.at.value = Math.min(Math.max(0, at), this.length.value);
    if (this.#asked) return;
    this.#asked = true;
    this.#frame(() => {
      this.#asked = false;
      for (const player of this.players.value) void player.go(this.at.value);
    });
  }

  /** To the next or last change that the first recording shows; the other follows by time. */
  async step(by: 1 | -1): Promise<void> {
    this.stop();
    const [first, ...others] = this.players.value;
    const at = await first?.step(by);
    if (at === null || at === undefined) return;
    this.at.value = at;
    for (const player of others) await player.go(at);
  }

  /** To the next or last mark. */
  leap(marks: readonly Mark[], by: 1 | -1): void {
    const at = this.at.value;
    const found = by === 1 ? marks.find((mark) => mark.at > at) : marks.findLast((mark) => mark.at < at);
    if (found !== undefined) this.go(found.at);
  }

  toggle(): void {
    if (this.playing.value) this.stop();
    else this.#play();
  }

  stop(): void {
    this.playing.value = false;
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #play(): void {
    if (this.at.value >= this.length.value) this.at.value = 0;
    this.playing.value = true;
    let last = this.#now();
    this.#timer = setInterval(() => {
      const now = this.#now();
      // What is not there yet is waited for, not skipped.
      if (!this.players.value.some((player) => player.loading.value)) this.go(this.at.value + (now - last) * this.pace.value);
      last = now;
      if (this.at.value >= this.length.value) this.stop();
    }, 100);
  }
}
