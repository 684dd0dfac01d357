/** Wall time that stands while the drill is paused or stopped: by it a call rings, so that a pause makes nobody miss one. */
export class RingClock {
  readonly #wall: () => number;
  #stoodMs = 0;
  #standsSince: number | null = null;

  constructor(wall: () => number = () => Date.now()) {
    this.#wall = wall;
  }

  now(): number {
    return (this.#standsSince ?? this.#wall()) - this.#stoodMs;
  }

  /** The drill's status, whenever it is heard of. */
  status(status: string | undefined): void {
    const stands = status === 'paused' || status === 'stopped';
    if (stands === (this.#standsSince !== null)) return;
    if (this.#standsSince === null) {
      this.#standsSince = this.#wall();
      return;
    }
    this.#stoodMs += this.#wall() - this.#standsSince;
    this.#standsSince = null;
  }
}
