import { computed, signal } from '@preact/signals';
import type { ClockView } from '../contract/records';

/** Drill seconds a second, as the rules take them. */
export const speeds = [1, 2, 5, 10, 20, 30, 60];

// Anchored by what the server says ("it was `at` when I sent this"), it then runs by itself at the drill's speed: the clock is never pushed.
const standsAfterMs = 5 * 60_000;

export class DrillClock {
  readonly tick = signal(0);
  readonly view = signal<ClockView | null>(null);
  /** Wall time since when there is no link; null while there is one. */
  readonly downSince = signal<number | null>(null);
  readonly held = signal(false);
  readonly #anchor = signal({ at: 0, wall: 0 });
  readonly #wall: () => number;

  constructor(wall: () => number = () => performance.now()) {
    this.#wall = wall;
  }

  readonly running = computed(() => this.view.value?.status === 'running' && !this.held.value);

  /** Drill milliseconds now, as far as this client can know. */
  readonly at = computed(() => {
    void this.tick.value;
    return this.now();
  });

  now(): number {
    const { at, wall } = this.#anchor.value;
    if (!this.running.value) return at;
    const down = this.downSince.value;
    const until = down === null ? this.#wall() : Math.min(this.#wall(), down + standsAfterMs);
    // The wall counts parts of a millisecond; the rules read whole ones.
    return Math.floor(at + Math.max(0, until - wall) * (this.view.value?.speed ?? 1));
  }

  /** True once it only guesses: no link, so the drill may have been paused since. */
  get about(): boolean {
    return this.downSince.value !== null;
  }

  anchor(at: number, view: ClockView | null): void {
    this.#anchor.value = { at, wall: this.#wall() };
    this.view.value = view;
  }

  hold(held: boolean): void {
    if (this.held.value === held) return;
    const at = this.now();
    this.#anchor.value = { at, wall: this.#wall() };
    this.held.value = held;
  }

  linkDown(down: boolean): void {
    if (down === this.about) return;
    this.downSince.value = down ? this.#wall() : null;
  }

  /** Story time of a drill time, by the phase that it lies in. */
  story(at: number): number | null {
    const view = this.view.value;
    if (view === null) return null;
    const phases = [...(view.earlier ?? []), { at: view.phaseAt, story: view.phaseStory, rate: view.phaseRate }];
    const phase = phases.findLast((one) => one.at <= at);
    return phase === undefined ? null : phase.story + (at - phase.at) * phase.rate;
  }
}
