import { signal } from '@preact/signals';
import type { RequestForm, RequestView } from '../contract/records';
import type { Session } from '../link/session';
import { mine } from '../shell/mine';

const pauseMs = 1500;

/**
 * One person's hand on one draft: saved here at every key, on the server at every pause. When somebody else saved meanwhile the server
 * refuses ours; nothing is overwritten, the person chooses. A supplement is written here alone until it is sent.
 */
export class Editor {
  readonly form = signal<RequestForm | null>(null);
  readonly state = signal<'saved' | 'writing' | 'saving' | 'conflict'>('saved');
  readonly #session: Session;
  readonly #id: string;
  readonly #key: string;
  #revision = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, id: string) {
    this.#session = session;
    this.#id = id;
    this.#key = mine(`request.${id}`);
  }

  /** What the server has, each time it changes. */
  sync(record: RequestView): void {
    if (this.form.value === null) {
      this.#revision = record.revision;
      const kept = this.#kept();
      if (kept !== null && kept.revision === record.revision && kept.status === record.status) {
        this.form.value = kept.form;
        this.state.value = 'writing';
        this.#later(record);
      } else {
        this.form.value = record.form;
      }
    } else if (this.state.value === 'saved' && record.revision >= this.#revision) {
      this.#revision = record.revision;
      this.form.value = record.form;
    } else if (this.state.value === 'writing' && record.revision > this.#revision) {
      this.state.value = 'conflict';
    }
  }

  edit(change: (form: RequestForm) => RequestForm): void {
    const record = this.#session.one('request', this.#id);
    if (this.form.value === null || record === undefined) return;
    this.form.value = change(this.form.value);
    localStorage.setItem(this.#key, JSON.stringify({ revision: this.#revision, status: record.status, form: this.form.value }));
    if (this.state.value === 'saved') this.state.value = 'writing';
    this.#later(record);
  }

  #later(record: RequestView): void {
    clearTimeout(this.#timer);
    if (record.acts.includes('edit-request')) this.#timer = setTimeout(() => void this.save(), pauseMs);
  }

  /** True once the server has what stands here. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.state.value === 'saved') return true;
    if (this.state.value !== 'writing' || this.form.value === null) return false;
    this.state.value = 'saving';
    const sent = this.form.value;
    const answer = await this.#session.outbox.act({ kind: 'edit-request', request: this.#id, revision: this.#revision, form: sent });
    if (answer?.status !== 'accepted') {
      this.state.value = answer?.code === 'edited-meanwhile' ? 'conflict' : 'writing';
      return false;
    }
    await this.#revised(this.#revision);
    if (this.form.value !== sent) {
      this.state.value = 'writing';
      return this.save();
    }
    this.state.value = 'saved';
    this.drop();
    return true;
  }

  /** After a conflict: keep mine over theirs, or take theirs. */
  async resolve(mine: boolean): Promise<void> {
    const record = this.#session.one('request', this.#id);
    if (record === undefined) return;
    this.#revision = record.revision;
    if (mine) {
      this.state.value = 'writing';
      await this.save();
    } else {
      this.form.value = record.form;
      this.state.value = 'saved';
      this.drop();
    }
  }

  drop(): void {
    localStorage.removeItem(this.#key);
  }

  /** The answer may come before the push that carries the new revision. */
  async #revised(before: number): Promise<void> {
    for (let n = 0; n < 50; n++) {
      const revision = this.#session.one('request', this.#id)?.revision ?? 0;
      if (revision > before) {
        this.#revision = revision;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    this.#revision = before + 1;
  }

  #kept(): { revision: number; status: string; form: RequestForm } | null {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? 'null') as { revision: number; status: string; form: RequestForm } | null;
    } catch {
      return null;
    }
  }
}

const open = new Map<string, Editor>();

export function editorOf(session: Session, id: string): Editor {
  let editor = open.get(id);
  if (editor === undefined) open.set(id, (editor = new Editor(session, id)));
  return editor;
}
