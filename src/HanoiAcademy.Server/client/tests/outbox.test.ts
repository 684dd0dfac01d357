import { beforeEach, expect, test, vi } from 'vitest';
import type { Answer, Envelope } from '../src/contract/messages';
import type { Hub } from '../src/link/hub';
import type { Kept } from '../src/link/kept';
import { Outbox, type Act } from '../src/link/outbox';

// One browser's storage, and the tabs that hear of each other through it.
const stored = new Map<string, Act>();
const tabs: ((id: string, act: Act | null) => void)[] = [];
beforeEach(() => {
  stored.clear();
  tabs.length = 0;
});

function tab(): Kept {
  let me: (id: string, act: Act | null) => void = () => undefined;
  const others = (id: string, act: Act | null) => tabs.forEach((hear) => hear !== me && hear(id, act));
  return {
    all: () => [...stored.values()],
    put(act) {
      stored.set(act.id, act);
      others(act.id, act);
    },
    remove(id) {
      if (stored.delete(id)) others(id, null);
    },
    listen(heard) {
      tabs.push((me = heard));
    },
  };
}

function world(answer: (envelope: Envelope) => Answer | Promise<Answer> = () => ({ status: 'accepted', at: 0 })) {
  const sent: Envelope[] = [];
  const records: Record<string, unknown> = {};
  const said: string[] = [];
  const state = { linked: true, now: 1_000_000 };
  const hub = {
    send: async (envelope: Envelope) => {
      sent.push(envelope);
      return answer(envelope);
    },
    undo: async () => ({ undone: true }),
  } as unknown as Hub;
  const outbox = new Outbox({
    hub: () => (state.linked ? hub : null),
    record: (key) => records[key],
    drillAt: () => 0,
    sentence: (one) => one.message ?? one.code ?? '',
    since: (before, key) => `${key}: ${before} -> ${JSON.stringify(records[key])}`,
    said: (text) => said.push(text),
  }, tab(), () => state.now);
  return { outbox, sent, records, said, state };
}

test('What is done without a link waits, and goes once when the link returns', async () => {
  const { outbox, sent, state } = world();
  state.linked = false;
  const end = outbox.act({ kind: 'start-action', action: 'call-bank' }, { label: 'Call the bank' });
  await vi.waitFor(() => expect(outbox.waiting).toHaveLength(1));
  state.linked = true;
  state.now += 60_000;
  await outbox.linkBack();
  await outbox.linkBack();
  expect((await end)?.status).toBe('accepted');
  expect(sent).toHaveLength(1);
});

test('What had waited says when the server took it, for a while, and was told when it was written', async () => {
  const { outbox, sent, state } = world(() => ({ status: 'accepted', at: 3_120_000 }));
  state.linked = false;
  void outbox.act({ kind: 'start-action', action: 'call-bank' }, { label: 'Call the bank', place: 'action.call-bank' });
  await vi.waitFor(() => expect(outbox.waiting).toHaveLength(1));
  state.linked = true;
  await outbox.linkBack();
  expect(sent[0]?.writtenAt).toBe(0);
  expect(outbox.at('action.call-bank')).toMatchObject({ fate: 'counted', countedAt: 3_120_000 });
  state.now += 121_000;
  outbox.sweep();
  expect(outbox.acts.value).toEqual([]);
  expect(stored.size).toBe(0);
});

test('Two tabs of one seat show one list, and what waits goes once', async () => {
  vi.useFakeTimers();
  const [first, second] = [world(), world()];
  first.state.linked = second.state.linked = false;
  const end = first.outbox.act({ kind: 'start-action', action: 'a' }, { label: 'A' });
  await vi.waitFor(() => expect(second.outbox.waiting).toHaveLength(1));
  first.state.linked = second.state.linked = true;
  await Promise.all([second.outbox.linkBack(), first.outbox.linkBack()]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await end)?.status).toBe('accepted');
  expect([first.sent.length, second.sent.length]).toEqual([1, 0]);
  expect(second.outbox.waiting).toEqual([]);
  vi.useRealTimers();
});

test('A tab that was closed leaves what waits to the other one, under the same id', async () => {
  vi.useFakeTimers();
  const [closed, left] = [world(), world()];
  closed.state.linked = left.state.linked = false;
  void closed.outbox.act({ kind: 'start-action', action: 'a' }, { label: 'A' });
  await vi.waitFor(() => expect(left.outbox.waiting).toHaveLength(1));
  left.state.linked = true;
  await left.outbox.linkBack();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(left.sent.map((one) => one.commandId)).toEqual([closed.outbox.acts.value[0]?.id]);
  vi.useRealTimers();
});

test('What is taken out in one tab is gone in the other', async () => {
  const [first, second] = [world(), world()];
  first.state.linked = second.state.linked = false;
  const end = first.outbox.act({ kind: 'start-action', action: 'a' }, { label: 'A' });
  await vi.waitFor(() => expect(second.outbox.waiting).toHaveLength(1));
  second.outbox.drop(second.outbox.waiting[0]?.id ?? '');
  expect(first.outbox.acts.value).toEqual([]);
  expect(await end).toBeNull();
});

test('Too many calls in a second: it is sent again a second later, and nobody is told of it', async () => {
  vi.useFakeTimers();
  let limited = true;
  const { outbox, said } = world(() => {
    if (!limited) return { status: 'accepted', at: 0 };
    limited = false;
    throw new Error('HubException: too-many-calls: wait a second.');
  });
  const end = outbox.act({ kind: 'start-action', action: 'a' });
  await vi.advanceTimersByTimeAsync(1500);
  expect((await end)?.status).toBe('accepted');
  expect(said).toEqual([]);
  vi.useRealTimers();
});

test('An act that reaches others asks first when it is two minutes old', async () => {
  const { outbox, sent, state } = world();
  state.linked = false;
  void outbox.act({ kind: 'decide', decision: 'd', option: 'o', reason: '' });
  await vi.waitFor(() => expect(outbox.waiting).toHaveLength(1));
  state.linked = true;
  state.now += 121_000;
  await outbox.linkBack();
  expect(sent).toHaveLength(0);
  expect(outbox.acts.value[0]?.fate).toBe('asks');
});

test('It also asks when what it concerns has changed meanwhile', async () => {
  const { outbox, sent, records, state } = world();
  records['request:r'] = { status: 'sent' };
  state.linked = false;
  void outbox.act({ kind: 'send-request', request: 'r' }, { about: 'request:r' });
  await vi.waitFor(() => expect(outbox.waiting).toHaveLength(1));
  state.linked = true;
  records['request:r'] = { status: 'returned' };
  await outbox.linkBack();
  expect(sent).toHaveLength(0);
  expect(outbox.acts.value[0]?.since).toBe('request:r: {"status":"sent"} -> {"status":"returned"}');
  await outbox.insist(outbox.acts.value[0]?.id ?? '');
  expect(sent).toHaveLength(1);
});

test('Reading marks and drafts go by themselves however old they are', async () => {
  const { outbox, sent, state } = world();
  state.linked = false;
  void outbox.act({ kind: 'mark-read', items: ['i'] });
  await vi.waitFor(() => expect(outbox.waiting).toHaveLength(1));
  state.linked = true;
  state.now += 3_600_000;
  await outbox.linkBack();
  expect(sent).toHaveLength(1);
});

test('A controller’s act is never queued', async () => {
  const { outbox, state, said } = world();
  state.linked = false;
  expect(await outbox.act({ kind: 'fire-inject', inject: 'i' })).toBeNull();
  expect(outbox.acts.value).toEqual([]);
  expect(said).toEqual(['no-link']);
});

test('In its undo window an act can be taken back; the server has the last word', async () => {
  const { outbox } = world(() => ({ status: 'waiting', at: 0, undoMs: 5000 }));
  const end = outbox.act({ kind: 'send-request', request: 'r' }, { place: 'send.r' });
  await vi.waitFor(() => expect(outbox.at('send.r')?.fate).toBe('undo'));
  await outbox.undo(outbox.at('send.r')?.id ?? '');
  expect(await end).toBeNull();
});

test('After the window the sender hears what became of it', async () => {
  const { outbox } = world(() => ({ status: 'waiting', at: 0, undoMs: 5000 }));
  const end = outbox.act({ kind: 'send-request', request: 'r' }, { place: 'send.r' });
  await vi.waitFor(() => expect(outbox.at('send.r')?.fate).toBe('undo'));
  outbox.noticed({ what: 'refused', commandId: outbox.at('send.r')?.id ?? '', answer: { status: 'refused', at: 1, message: 'Too late.' } });
  expect((await end)?.status).toBe('refused');
  expect(outbox.at('send.r')).toMatchObject({ fate: 'refused', refusal: 'Too late.' });
});

test('A link lost on the way repeats under the same id, so that the server can tell', async () => {
  let failing = true;
  const { outbox, sent, state } = world(async () => {
    if (failing) {
      state.linked = false;
      throw new Error('link');
    }
    return { status: 'accepted', at: 0 };
  });
  const end = outbox.act({ kind: 'start-action', action: 'a' });
  await vi.waitFor(() => expect(outbox.waiting).toHaveLength(1));
  failing = false;
  state.linked = true;
  await outbox.linkBack();
  expect((await end)?.status).toBe('accepted');
  expect(sent[0]?.commandId).toBe(sent[1]?.commandId);
});

test('What waits survives a reload', async () => {
  const first = world();
  first.state.linked = false;
  void first.outbox.act({ kind: 'start-action', action: 'a' }, { label: 'A' });
  await vi.waitFor(() => expect(first.outbox.waiting).toHaveLength(1));
  expect(world().outbox.waiting.map((act) => act.label)).toEqual(['A']);
});

test('What was held for Undo says for a while that it has left, and when', async () => {
  const { outbox, state } = world(() => ({ status: 'waiting', at: 0, undoMs: 5000 }));
  const end = outbox.act({ kind: 'send-request', request: 'r' }, { label: 'Send', place: 'send.r' });
  await vi.waitFor(() => expect(outbox.at('send.r')?.fate).toBe('undo'));
  outbox.noticed({ what: 'sent', commandId: outbox.at('send.r')?.id ?? '', answer: { status: 'accepted', at: 720_000 } });
  expect((await end)?.status).toBe('accepted');
  expect(outbox.at('send.r')).toMatchObject({ fate: 'done', countedAt: 720_000 });
  state.now += 10_000;
  outbox.sweep();
  expect(outbox.acts.value).toEqual([]);
});

test('After a crash what stood in its undo window was not sent: it asks, and never goes by itself', async () => {
  const { outbox, sent } = world(() => ({ status: 'waiting', at: 0, undoMs: 5000 }));
  void outbox.act({ kind: 'decide', decision: 'd', option: 'o', reason: '' }, { place: 'decide.d' });
  await vi.waitFor(() => expect(outbox.at('decide.d')?.fate).toBe('undo'));
  await outbox.linkBack(true);
  expect(outbox.at('decide.d')?.fate).toBe('asks');
  expect(sent).toHaveLength(1);
});

test('Whoever only looks into a room sends nothing, not even what a page sends by itself', async () => {
  const { outbox, sent } = world();
  outbox.mute = true;
  expect(await outbox.act({ kind: 'mark-read', items: ['first'] })).toBeNull();
  expect(await outbox.act({ kind: 'stop-for-real-event' })).toBeNull();
  expect([sent, outbox.acts.value]).toEqual([[], []]);
});

test('Of a controller only notes and marks wait for the link', async () => {
  const { outbox, sent, state } = world();
  state.linked = false;
  expect(await outbox.act({ kind: 'reply-to-message', item: 'm-bank-1', text: 'Yes.', language: 'en' })).toBeNull();
  expect(await outbox.act({ kind: 'jump-to', to: 60_000 })).toBeNull();
  void outbox.act({ kind: 'write-note', note: 'n-1', team: 'bank', text: 'Quiet.' });
  void outbox.act({ kind: 'mark-objective', objective: 'spoke-well', level: 'well', note: '' });
  await vi.waitFor(() => expect(outbox.waiting).toHaveLength(2));
  state.linked = true;
  state.now += 10 * 60_000;
  await outbox.linkBack();
  await vi.waitFor(() => expect(sent.map((one) => one.command.kind)).toEqual(['write-note', 'mark-objective']));
});
