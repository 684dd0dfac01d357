import type { NoteView, ObjectiveView } from '../contract/records';

/** A line of what was noted: a note, or a mark on a rubric. */
export interface Noted {
  id: string;
  team: string;
  at: number;
  seat?: string;
  text: string;
  /** Name of the objective, and the words of the level that was found. */
  objective?: string;
  level?: string;
  points?: number;
  of?: number;
  voided?: boolean;
}

/** Notes and marks as one list, the latest first; of one team or of all. */
export function noted(notes: readonly NoteView[], objectives: readonly ObjectiveView[], team: string): Noted[] {
  const names = new Map(objectives.map((objective) => [objective.id, objective.name]));
  const written: Noted[] = notes.map((note) => ({
    id: `note:${note.id}`, team: note.team, at: note.seen, seat: note.seat, text: note.text, ...(note.objective === undefined ? {} : { objective: names.get(note.objective) ?? note.objective }),
  }));
  const marked: Noted[] = objectives.filter((objective) => objective.rubric !== undefined && objective.level !== undefined).map((objective) => ({
    id: `mark:${objective.id}`, team: objective.team, at: objective.at ?? 0, text: objective.note ?? '', objective: objective.name,
    level: objective.rubric?.find((level) => level.id === objective.level)?.words ?? objective.level ?? '', points: objective.pointsWon ?? 0, of: objective.points,
    ...(objective.voided === undefined ? {} : { voided: true }),
  }));
  return [...written, ...marked].filter((one) => team === '' || one.team === team).sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

/** What people judge of a team, unmarked ones first; what was voided is judged no more. */
export function toJudge(objectives: readonly ObjectiveView[], team: string): ObjectiveView[] {
  return objectives.filter((objective) => objective.rubric !== undefined && objective.voided === undefined && (team === '' || objective.team === team)).sort((a, b) => Number(a.level !== undefined) - Number(b.level !== undefined));
}
