import type { WallMark } from './messages';
import type { ViewRecord } from './records';

/** A seat that one may look through; a controller's has no team. */
export interface ReplaySeat {
  seat: string;
  teamName: string;
  roleName: string;
  control: boolean;
}

export interface ReplayIndex {
  drill: string;
  title: string;
  scenario: string;
  status: string;
  seat: string;
  teamRole?: string;
  language: string;
  /** Drill ms of the last thing that happened. */
  at: number;
  plannedMs: number;
  seats: ReplaySeat[];
  parts: { n: number; at: number }[];
  walls: WallMark[];
  break?: { at: number; version?: number; why: string };
  forkedFrom?: string;
  /** The first row that is known not to be what was written; 0 where its number is not one's to know. */
  altered?: number;
}

export interface Change {
  up: Record<string, ViewRecord>;
  rm: string[];
}

/** What changed at one moment, as it was pushed. */
export interface Step {
  at: number;
  team?: Change;
  own?: Change;
}

/** The view whole at its beginning, then what changed. */
export interface Part {
  n: number;
  at: number;
  team: Record<string, ViewRecord>;
  own: Record<string, ViewRecord>;
  steps: Step[];
  /** A row of the log leads to what cannot be shown: the part ends before it. */
  broken?: boolean;
}

/** Something worth going to. */
export interface Mark {
  at: number;
  what: string;
  key: string;
  name: string;
  state?: string;
}
