import type { ViewRecord } from './records';
import type { Command } from './commands';

export type StreamName = 'team' | 'own';

export interface Place {
  epoch: string;
  seq: number;
}

/** The difference between two views of one audience. */
export interface Push extends Place {
  stream: StreamName;
  /** Drill time when it was sent: the anchor of this client's clock. */
  at: number;
  up: Record<string, ViewRecord>;
  rm: string[];
}

export type Start =
  | (Place & { full: true; records: Record<string, ViewRecord>; part?: boolean })
  | (Place & { full: false; messages: Push[] });

export interface Joined {
  seat: string;
  teamRole?: string | null;
  control: boolean;
  at: number;
  status: string;
  team: Start;
  own: Start;
  /** When the clock was set going, stood still or changed its speed: how drill time lies on everybody's own clock. */
  walls?: WallMark[];
}

/** At drill ms `at` it was `wall` (UTC ms); from then on drill time runs at `speed`, 0 while it stands. */
export interface WallMark {
  at: number;
  wall: number;
  speed: number;
}

export interface Envelope {
  commandId: string;
  command: Command;
  /** Drill time at which it was written, of an act that had to wait for the link. */
  writtenAt?: number;
}

export interface Answer {
  status: 'accepted' | 'waiting' | 'refused' | 'again' | 'held';
  at: number;
  undoMs?: number;
  code?: string;
  words?: string[];
  message?: string;
}

export interface RoomNotice {
  what: 'clock-held' | 'clock-goes-on' | 'again' | 'removed' | 'sent' | 'refused' | 'take-over-asked' | 'take-over-dropped' | 'here';
  commandId?: string;
  answer?: Answer;
  /** Of a take-over: the paper, the seat that asks, and how long its writer may think about it. */
  request?: string;
  by?: string;
  leftMs?: number;
  /** here: seats with somebody at them now, as far as one may know. */
  seats?: string[];
  /** here: the devices from which this very seat is held now. */
  devices?: string[];
}
