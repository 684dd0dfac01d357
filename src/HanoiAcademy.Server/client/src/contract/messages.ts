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
  | (Place & { full: true; records: Record<string, ViewRecord> })
  | (Place & { full: false; messages: Push[] });

export interface Joined {
  seat: string;
  teamRole?: string | null;
  control: boolean;
  at: number;
  status: string;
  team: Start;
  own: Start;
}

export interface Envelope {
  commandId: string;
  command: Command;
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
  what: 'clock-held' | 'clock-goes-on' | 'again' | 'removed' | 'sent' | 'refused' | 'take-over-asked' | 'take-over-dropped';
  commandId?: string;
  answer?: Answer;
  /** Of a take-over: the paper, the seat that asks, and how long its writer may think about it. */
  request?: string;
  by?: string;
  leftMs?: number;
}
