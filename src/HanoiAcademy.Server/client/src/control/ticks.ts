import type { ExpectedView, PlanView } from '../contract/records';
import { reaches } from './timeline';

/** An expected act that only people in the room see, with the inject that expects it. */
export interface ToTick {
  row: PlanView;
  act: ExpectedView & { act: number };
}

export function ticks(row: PlanView): ToTick[] {
  return row.expected.flatMap((act) => (act.act === undefined ? [] : [{ row, act: { ...act, act: act.act } }]));
}

/** Of injects that have come, the last first, those of a team where one is named: what nobody has marked, then what is marked. */
export function toTick(rows: readonly PlanView[], team: string): { open: ToTick[]; marked: ToTick[] } {
  const all = rows
    .filter((row) => team === '' || reaches(row.address, team))
    .filter((row) => row.status === 'past' || row.expected.some((act) => act.found !== undefined))
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || b.n - a.n)
    .flatMap(ticks);
  return { open: all.filter((one) => one.act.found === undefined && one.row.status === 'past'), marked: all.filter((one) => one.act.found !== undefined) };
}
