import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Command } from '../src/contract/commands';
import type { Answer } from '../src/contract/messages';
import type { RequestView } from '../src/contract/records';
import type { Act } from '../src/link/outbox';
import type { Session } from '../src/link/session';
import { Editor } from '../src/requests/editor';
import { withField } from '../src/requests/form';
import { request } from './papers';

const me = 'desk.officer.1';
const kept = new Map<string, string>();

beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => kept.set(key, text), removeItem: (key: string) => kept.delete(key) });
});
afterEach(() => vi.useRealTimers());

/** A server that keeps one paper: it answers what it is sent, or nothing while the link is down. */
function desk(start: Partial<RequestView> = {}) {
  let record = request({ acts: ['edit-request', 'send-request'], ...start });
  const sent: Command[] = [];
  const link = signal({ kind: 'live' });
  let queued: Act[] = [];
  const answers = new Map<string, (answer: Answer | null) => void>();
  const does = (command: Command): Answer => {
    sent.push(command);
    if (command.kind === 'take-up-draft') record = { ...record, writer: me };
    if (command.kind === 'let-go-of-draft') {
      const { writer: _, ...rest } = record;
      record = rest;
    }
    if (command.kind === 'edit-request') {
      if (command.revision !== record.revision) return { status: 'refused', at: 0, code: 'edited-meanwhile' };
      record = { ...record, form: command.form, revision: record.revision + 1, status: 'draft' };
    }
    return { status: 'accepted', at: 0 };
  };
  const session = {
    me: signal({ seat: me, teamRole: 'desk.officer', control: false }),
    link,
    one: () => record,
    outbox: {
      get waiting() {
        return queued;
      },
      at: (place: string) => queued.findLast((act) => act.place === place),
      act: (command: Command, wish: { place?: string } = {}) => {
        if (link.value.kind === 'live') return Promise.resolve(does(command));
        const act = { id: `a${queued.length}-${sent.length}`, command, place: wish.place ?? '', fate: 'queued' } as unknown as Act;
        queued = [...queued, act];
        return new Promise<Answer | null>((resolve) => answers.set(act.id, resolve));
      },
      drop: (id: string) => {
        queued = queued.filter((act) => act.id !== id);
        answers.get(id)?.(null);
      },
    },
  } as unknown as Session;
  const back = () => {
    link.value = { kind: 'live' };
    const waiting = queued;
    queued = [];
    for (const act of waiting) answers.get(act.id)?.(does(act.command));
  };
  return {
    session, sent, link, back,
    get record() {
      return record;
    },
    set record(next: RequestView) {
      record = next;
    },
    get queued() {
      return queued.map((act) => act.command);
    },
  };
}

const write = (editor: Editor, text: string) => editor.edit((now) => withField(now, 'offence', text));

test('The first key takes up the pen, a pause saves, a minute without a key lets the pen go', async () => {
  const house = desk();
  const editor = new Editor(house.session, 'r');
  editor.sync(house.record);
  write(editor, 'Fraud, by mail');
  expect(editor.state.value).toBe('writing');
  await vi.advanceTimersByTimeAsync(1_600);
  expect(house.record.form.fields['offence']).toBe('Fraud, by mail');
  expect(editor.state.value).toBe('saved');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(house.sent.map((command) => command.kind)).toEqual(['take-up-draft', 'edit-request', 'let-go-of-draft']);
});

test('The push with our own text may come before the answer to it', async () => {
  const house = desk();
  const editor = new Editor(house.session, 'r');
  editor.sync(house.record);
  const act = house.session.outbox.act.bind(house.session.outbox);
  house.session.outbox.act = async (command, wish) => {
    const answer = await act(command, wish);
    editor.sync(house.record);
    return answer;
  };
  write(editor, 'One');
  await vi.advanceTimersByTimeAsync(1_700);
  expect(editor.state.value).toBe('saved');
  write(editor, 'Two');
  await vi.advanceTimersByTimeAsync(1_700);
  expect([editor.state.value, house.record.revision, house.record.form.fields['offence']]).toEqual(['saved', 3, 'Two']);
});

test('Nobody writes under another hand', () => {
  const house = desk({ writer: 'pros.lead.1' });
  const editor = new Editor(house.session, 'r');
  editor.sync(house.record);
  write(editor, 'Mine');
  expect(editor.form.value?.fields['offence']).toBe('Fraud');
  expect(house.sent).toEqual([]);
});

test('Others see the text grow', () => {
  const house = desk({ writer: 'pros.lead.1' });
  const editor = new Editor(house.session, 'r');
  editor.sync(house.record);
  house.record = { ...house.record, revision: 2, form: withField(house.record.form, 'offence', 'Fraud, and more') };
  editor.sync(house.record);
  expect(editor.form.value?.fields['offence']).toBe('Fraud, and more');
});

test('Without a link what was written last is queued ahead of the sending, once', async () => {
  const house = desk({ writer: me });
  const editor = new Editor(house.session, 'r');
  editor.sync(house.record);
  house.link.value = { kind: 'down' };
  write(editor, 'First');
  await vi.advanceTimersByTimeAsync(1_600);
  write(editor, 'Second');
  expect(await editor.ready()).toBe(2);
  expect(house.queued.map((command) => command.kind)).toEqual(['edit-request']);
  expect((house.queued[0] as { form: { fields: Record<string, string> } }).form.fields['offence']).toBe('Second');
  house.back();
  await vi.advanceTimersByTimeAsync(500);
  expect(house.record.form.fields['offence']).toBe('Second');
  expect(editor.state.value).toBe('saved');
});

test('An edit takes out of the queue what was signed or sent off as another text', async () => {
  const house = desk({ writer: me });
  const editor = new Editor(house.session, 'r');
  editor.sync(house.record);
  house.link.value = { kind: 'down' };
  void house.session.outbox.act({ kind: 'send-request', request: 'r' });
  write(editor, 'Not what I meant');
  await vi.advanceTimersByTimeAsync(0);
  expect(house.queued.map((command) => command.kind)).toEqual([]);
});

test('What somebody else saved meanwhile is never overwritten unasked', async () => {
  const house = desk();
  const editor = new Editor(house.session, 'r');
  editor.sync(house.record);
  house.link.value = { kind: 'down' };
  write(editor, 'Mine');
  await vi.advanceTimersByTimeAsync(1_600);
  house.record = { ...house.record, revision: 5, form: withField(house.record.form, 'offence', 'Theirs') };
  house.back();
  await vi.advanceTimersByTimeAsync(500);
  expect(editor.state.value).toBe('conflict');
  expect(house.record.form.fields['offence']).toBe('Theirs');
  await editor.resolve(false);
  expect(editor.form.value?.fields['offence']).toBe('Theirs');
});

test('A reload brings back what was not saved yet', () => {
  const house = desk();
  const editor = new Editor(house.session, 'r');
  editor.sync(house.record);
  write(editor, 'Half a sen');
  const again = new Editor(house.session, 'r');
  again.sync(house.record);
  expect(again.form.value?.fields['offence']).toBe('Half a sen');
  expect(again.state.value).toBe('writing');
});
