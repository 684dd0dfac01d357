import { signal } from '@preact/signals';
import type { RequestForm, RequestView } from '../contract/records';
import type { Act } from '../link/outbox';
import type { Session } from '../link/session';
import { mine } from '../shell/mine';
import { changed } from './form';

const pauseMs = 1500;
const idleMs = 60_000;

/** What stands on the paper for its writers: the draft, or what came back as far as it is mended. */
export const textOf = (record: RequestView): RequestForm => record.mended ?? record.form;

/**
 * One person's hand on one paper: saved here at every key, on the server at every pause. The pen is the server's: the first key takes it up,
 * a minute without one lets it go. When somebody else saved meanwhile the server refuses ours; nothing is overwritten, the person chooses.
 */
export class Editor {
  readonly form = signal<RequestForm | null>(null);
  readonly state = signal<'saved' | 'writing' | 'saving' | 'conflict'>('saved');
  readonly #session: Session;
  readonly #id: string;
  readonly #key: string;
  #revision = 0;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, id: string) {
    this.#session = session;
    this.#id = id;
    this.#key = mine(`request.${id}`);
  }

  /** Whose hand is on it, as the server last said. */
  pen(record: RequestView | undefined = this.#record()): 'mine' | 'theirs' | 'free' {
    return record?.writer === undefined ? 'free' : record.writer === this.#session.me.value.seat ? 'mine' : 'theirs';
  }

  /** What the server has, each time it changes. */
  sync(record: RequestView): void {
    const text = textOf(record);
    if (this.form.value === null) {
      this.#begin(record);
    } else if (changed(this.form.value, text).size === 0) {
      // Ours arrived, though the answer may have been lost on the way.
      this.#revision = Math.max(this.#revision, record.revision);
      if (this.state.value !== 'saving') this.#settled(text);
    } else if (this.state.value === 'saved' && record.revision >= this.#revision) {
      this.#revision = record.revision;
      this.form.value = text;
    } else if (this.state.value === 'writing') {
      if (record.revision > this.#revision) this.state.value = 'conflict';
      else if (this.pen(record) === 'mine') this.#later();
    }
  }

  #begin(record: RequestView): void {
    this.#revision = record.revision;
    const kept = this.#kept();
    this.form.value = textOf(record);
    if (kept === null || kept.status !== record.status || changed(kept.form, textOf(record)).size === 0) return;
    this.form.value = kept.form;
    this.state.value = kept.revision === record.revision ? 'writing' : 'conflict';
    if (this.state.value === 'writing' && this.pen(record) !== 'theirs' && this.#queued().length === 0) this.#later();
  }

  edit(change: (form: RequestForm) => RequestForm): void {
    const record = this.#record();
    if (this.form.value === null || record === undefined || this.pen(record) === 'theirs') return;
    // First the word that it is ours: who looks at the text must not take it back to what the server has.
    if (this.state.value === 'saved') this.state.value = 'writing';
    this.form.value = change(this.form.value);
    localStorage.setItem(this.#key, JSON.stringify({ revision: this.#revision, status: record.status, form: this.form.value }));
    // What was signed or sent off without a link was another text.
    for (const act of this.#queued('send-request', 'authorise-request', 'supplement-request')) this.#session.outbox.drop(act.id);
    void this.takeUp();
    this.#later();
  }

  /** Asks for the pen; whoever has it may answer, for so long as the server keeps us waiting. */
  async takeUp(): Promise<void> {
    clearTimeout(this.#idle);
    if (this.pen() === 'mine' || (this.#session.outbox.at(this.penPlace)?.fate ?? 'refused') !== 'refused') return;
    const answer = await this.#session.outbox.act({ kind: 'take-up-draft', request: this.#id }, { place: this.penPlace });
    if (answer?.status === 'accepted' && this.state.value === 'writing') this.#later();
  }

  async letGo(): Promise<void> {
    clearTimeout(this.#idle);
    if (this.pen() !== 'mine') return;
    if (this.state.value !== 'conflict' && !(await this.save())) return;
    await this.#session.outbox.act({ kind: 'let-go-of-draft', request: this.#id });
  }

  get penPlace(): string {
    return `pen.${this.#id}`;
  }

  #later(): void {
    clearTimeout(this.#timer);
    if (this.#record()?.acts.includes('edit-request') === true) this.#timer = setTimeout(() => void this.save(), pauseMs);
  }

  /** True once the server has what stands here. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.state.value === 'saved') return true;
    if (this.state.value !== 'writing' || this.form.value === null || this.pen() === 'theirs') return false;
    const turn = ++this.#turn;
    this.state.value = 'saving';
    // The push that carries it may come before the answer, and moves our own revision on.
    const [sent, before] = [this.form.value, this.#revision];
    const answer = await this.#session.outbox.act({ kind: 'edit-request', request: this.#id, revision: before, form: sent });
    if (turn !== this.#turn) return false;
    if (answer?.status !== 'accepted') {
      this.state.value = answer?.code === 'edited-meanwhile' ? 'conflict' : 'writing';
      return false;
    }
    await this.#revised(before);
    if (this.form.value !== sent) {
      this.state.value = 'writing';
      return this.save();
    }
    this.#settled(sent);
    return true;
  }

  /**
   * Before a signature or a sending: the revision that the server will have. With a link it has it when this resolves. Without one what stands
   * here is queued ahead of the act, which then asks when the paper changed. Null: it could not be saved.
   */
  async ready(): Promise<number | null> {
    if (this.#session.link.value.kind === 'live') return (await this.save()) ? (this.#record()?.revision ?? this.#revision) : null;
    if (this.state.value === 'saved') return this.#revision;
    if (this.state.value === 'conflict') return null;
    for (const act of this.#queued('edit-request')) this.#session.outbox.drop(act.id);
    this.#turn += 1;
    this.state.value = 'writing';
    void this.save();
    return this.#revision + 1;
  }

  /** After a conflict: keep mine over theirs, or take theirs. */
  async resolve(mine: boolean): Promise<void> {
    const record = this.#record();
    if (record === undefined) return;
    this.#revision = record.revision;
    if (mine) {
      this.state.value = 'writing';
      await this.takeUp();
      await this.save();
    } else {
      this.#settled(textOf(record));
    }
  }

  drop(): void {
    localStorage.removeItem(this.#key);
  }

  #settled(form: RequestForm): void {
    this.form.value = form;
    this.state.value = 'saved';
    this.drop();
    clearTimeout(this.#idle);
    if (this.pen() === 'mine') this.#idle = setTimeout(() => void this.letGo(), idleMs);
  }

  #record(): RequestView | undefined {
    return this.#session.one('request', this.#id);
  }

  #queued(...kinds: string[]): Act[] {
    const of = kinds.length === 0 ? ['edit-request'] : kinds;
    return this.#session.outbox.waiting.filter((act) => of.includes(act.command.kind) && 'request' in act.command && act.command.request === this.#id);
  }

  /** The answer may come before the push that carries the new revision. */
  async #revised(before: number): Promise<void> {
    for (let n = 0; n < 50; n++) {
      const revision = this.#record()?.revision ?? 0;
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
