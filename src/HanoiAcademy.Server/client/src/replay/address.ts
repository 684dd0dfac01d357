/** A slider asks a hundred times a second; some browsers refuse a page that writes its address so often. */
export const restMs = 300;

/** Puts a moment into the page's address, so that it can be sent to somebody else, once nothing has moved for a while. */
export class AddressOf {
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** What the address is to hold when it comes to rest; the last of several counts. */
  rests(change: (asked: URLSearchParams) => void): void {
    this.leave();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      changeAddress(change);
    }, restMs);
  }

  leave(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

export function changeAddress(change: (asked: URLSearchParams) => void): void {
  const asked = new URLSearchParams(location.search);
  change(asked);
  try {
    history.replaceState(null, '', `${location.pathname}?${asked}${location.hash}`);
  } catch {
    // Refused by the browser: the next move writes it.
  }
}
