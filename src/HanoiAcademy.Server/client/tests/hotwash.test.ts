import { describe, expect, it } from 'vitest';
import type { DecisionView, HotWashView, ObjectiveView, PlanView } from '../src/contract/records';
import { agenda, dueStep, minutesInAll, secondsLeft, secondsSince } from '../src/debrief/agenda';
import { fixesOf, turningPoints, undone } from '../src/debrief/prompts';

const note = (id: string, team: string, sort: string, nth: number): HotWashView => ({ kind: 'hot-wash', id, team, teamName: team, sort, text: id, owner: '', language: 'en', bySeat: 's', at: 0, nth });
const objective = (id: string, state: string, at?: number): ObjectiveView => ({ kind: 'objective', id, team: 'bank', name: id, points: 5, group: '', state, ...(at === undefined ? {} : { at }) });

describe('the hot wash', () => {
  it('takes twenty minutes', () => expect(minutesInAll).toBe(20));

  it('knows which part is due, and stays at the last one', () => {
    expect([0, 119, 120, 7 * 60, 19 * 60, 90 * 60].map(dueStep)).toEqual([0, 0, 1, 2, 4, 4]);
  });

  it('counts what is left of a part, and what it runs over', () => {
    expect(secondsLeft(0, 30)).toBe(90);
    expect(secondsLeft(1, 8 * 60)).toBe(-60);
    expect(secondsLeft(agenda.length - 1, 0), 'who goes ahead gains nothing').toBe(5 * 60);
  });

  it('is not thrown by a clock that was set back', () => {
    expect(secondsSince(10_000, 4_000)).toBe(0);
    expect(secondsSince(null, 4_000)).toBe(0);
    expect(secondsSince(1_000, 62_500)).toBe(61);
  });

  it('puts what was won, missed and decided in order of time, and leaves out what is open or voided', () => {
    const decision: DecisionView = { kind: 'decision', id: 'tell', title: 'Tell?', html: '', options: [{ id: 'yes', name: 'Yes' } as never], state: 'taken', canDecide: false, openedAt: 50, option: 'yes', restsOn: [] };
    const points = turningPoints([objective('late', 'missed', 90), objective('early', 'won', 10), objective('open', 'open'), { ...objective('struck', 'won', 5), voided: { at: 6, seat: 's', reason: 'r', points: 5 } }], [decision], []);
    expect(points.map((one) => [one.text, one.kind, one.more])).toEqual([['early', 'won', undefined], ['Tell?', 'asked', 'Yes'], ['late', 'missed', undefined]]);
  });

  it('names what was expected of an inject that came, and not done', () => {
    const row = (inject: string, status: string, done: boolean): PlanView => ({ kind: 'plan', n: 1, inject, title: inject, to: '', channel: 'mail', status, dated: true, address: [], expected: [{ by: 'bank.fraud', what: 'action', name: 'Stop it', done }] });
    expect(undone([row('came', 'past', false), row('done', 'past', true), row('later', 'due', false)]).map((one) => one.title)).toEqual(['came']);
  });

  it('keeps apart what was agreed for everybody and what teams propose', () => {
    const { agreed, proposed } = fixesOf([note('c', '', 'fix', 2), note('b', 'bank', 'fix', 1), note('a', '', 'fix', 0), note('x', '', 'helped', 3)]);
    expect(agreed.map((one) => one.id)).toEqual(['a', 'c']);
    expect(proposed.map((one) => one.id)).toEqual(['b']);
  });
});
