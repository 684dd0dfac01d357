import { newId } from '../link/outbox';

/** The server answered, and said no. */
class Refusal extends Error {}

/** Asks for drills that go on from a moment: one key for one order until the server has answered it, however often the line breaks under it. */
export class ForkPress {
  readonly #address: string;
  #key = newId();
  #order = '';
  #answered: 'made' | 'refused' | null = null;

  constructor(drill: string) {
    this.#address = `/api/v1/drills/${encodeURIComponent(drill)}/replay/fork`;
  }

  /** The question is asked anew: after a drill that was made, the same order is for another. */
  begin(): void {
    if (this.#answered === 'made') this.#order = '';
  }

  /** Where the drill that was made is to be found. Throws what the server said; an empty message where it said nothing. */
  async make(order: unknown): Promise<string> {
    const body = JSON.stringify(order);
    if (body !== this.#order || this.#answered === 'refused') [this.#key, this.#order, this.#answered] = [newId(), body, null];
    try {
      const address = await send(this.#address, body, this.#key);
      this.#answered = 'made';
      return address;
    } catch (error) {
      if (error instanceof Refusal) this.#answered = 'refused';
      throw error;
    }
  }
}

async function send(address: string, body: string, key: string): Promise<string> {
  const session = (await (await fetch('/api/v1/session', { credentials: 'same-origin' })).json()) as { requestTokenHeader: string; requestToken: string };
  const answer = await fetch(address, {
    method: 'POST', credentials: 'same-origin', body,
    headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key, [session.requestTokenHeader]: session.requestToken },
  });
  const said = (await answer.json().catch(() => ({}))) as { address?: string; detail?: string; code?: string };
  if (answer.ok && said.address !== undefined) return said.address;
  // Where something broke, or the first call is still at work, the drill may be made yet: only a refusal is the end of it.
  const isOver = answer.status >= 400 && answer.status < 500 && said.code !== 'in-progress';
  throw new (isOver ? Refusal : Error)(said.detail ?? '');
}
