import type { DecisionView, HotWashView, ObjectiveView, PenaltyView, PlanView } from '../contract/records';

/** Something that happened, by when. */
export interface Moment {
  key: string;
  at: number;
  kind: 'won' | 'missed' | 'asked' | 'lapsed' | 'penalty';
  text: string;
  team: string;
  /** What was chosen. */
  more?: string;
}

/** The turning points for the wall, in order of time: what was won and missed, asked and lapsed. */
export function turningPoints(objectives: readonly ObjectiveView[], decisions: readonly DecisionView[], penalties: readonly PenaltyView[]): Moment[] {
  const moments: Moment[] = [
    ...objectives.flatMap((one): Moment[] => one.at !== undefined && one.voided === undefined && (one.state === 'won' || one.state === 'missed') ? [{ key: `objective ${one.id}`, at: one.at, kind: one.state, text: one.name, team: one.team }] : []),
    ...decisions.flatMap((one): Moment[] => {
      const option = one.options.find((each) => each.id === one.option)?.name;
      // When it was taken no view says: it stands where it was asked.
      return one.state === 'taken'
        ? [{ key: `decision ${one.id}`, at: one.openedAt, kind: 'asked', text: one.title, team: '', ...(option === undefined ? {} : { more: option }) }]
        : one.state === 'lapsed' && one.deadlineAt !== undefined ? [{ key: `decision ${one.id}`, at: one.deadlineAt, kind: 'lapsed', text: one.title, team: '' }] : [];
    }),
    ...penalties.flatMap((one): Moment[] => one.at !== undefined && one.voided === undefined ? [{ key: `penalty ${one.id}`, at: one.at, kind: 'penalty', text: one.name, team: one.team }] : []),
  ];
  return moments.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
}

/** Expected acts that nobody did, or did in part, as the plan knows them. */
export function undone(plan: readonly PlanView[]): { key: string; title: string; by: string; name: string }[] {
  return plan.filter((one) => one.status === 'past').flatMap((one) => one.expected.filter((act) => !act.done).map((act, n) => ({ key: `${one.inject} ${n}`, title: one.title, by: act.by, name: act.name })));
}

/** Notes of one sort in the order written; whose does not matter. */
export function notesOf(notes: readonly HotWashView[], sort: string): HotWashView[] {
  return notes.filter((one) => one.sort === sort).sort((a, b) => a.nth - b.nth);
}

/** The fixes that were agreed for everybody, and what teams propose. */
export function fixesOf(notes: readonly HotWashView[]): { agreed: HotWashView[]; proposed: HotWashView[] } {
  const all = notesOf(notes, 'fix');
  return { agreed: all.filter((one) => one.team === ''), proposed: all.filter((one) => one.team !== '') };
}
