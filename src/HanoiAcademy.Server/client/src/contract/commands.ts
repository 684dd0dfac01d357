import type { RequestForm, Scope } from './records';

// What this client may ask for. The sender is never in a command: the server knows who holds the connection.
export type Command =
  | { kind: 'set-ready'; ready: boolean }
  | { kind: 'simulate-seat'; seat: string; skill: string }
  | { kind: 'free-seat'; seat: string }
  | { kind: 'hand-seat-over'; seat: string; skill: string }
  | { kind: 'start-exercise' }
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'set-speed'; speed: number }
  | { kind: 'jump-to'; to: number }
  | { kind: 'stop-for-real-event' }
  | { kind: 'end-exercise' }
  | { kind: 'reopen-exercise' }
  | { kind: 'call-roll' }
  | { kind: 'report-link'; roundTripMs: number; bytes: number }
  | { kind: 'broadcast'; inject: string; subject: Words; body: Words; attention: string; fromText?: Words }
  | { kind: 'type-in-results'; results: TypedResult[] }
  | { kind: 'fire-inject'; inject: string }
  | { kind: 'hold-back-inject'; inject: string }
  | { kind: 'release-inject'; inject: string }
  | { kind: 'skip-inject'; inject: string }
  | { kind: 'move-inject'; inject: string; due: number }
  | { kind: 'edit-inject'; inject: string; to: string[]; subject?: Words; body?: Words }
  | WriteInject
  | { kind: 'correct-inject'; inject: string; body: Words }
  | { kind: 'claim'; key: string }
  | { kind: 'leave-claim'; key: string }
  | { kind: 'reply-to-message'; item: string; text: string; language: string }
  | { kind: 'set-aside-message'; item: string }
  | WriteNote
  | NoteHotWash
  | { kind: 'withdraw-hot-wash-note'; note: string }
  | { kind: 'set-sharing'; sharing: string }
  | { kind: 'set-replay-sharing'; replay: string }
  | { kind: 'remove-team'; team: string; reason: string }
  | { kind: 'void-score'; what: string; id: string; reason: string }
  | { kind: 'hold-plan'; plan: string }
  | { kind: 'resume-plan'; plan: string }
  | { kind: 'hand-over-plan'; plan: string; playedBy: string }
  | { kind: 'skip-step'; step: string }
  | { kind: 'fire-step'; step: string }
  | { kind: 'mark-read'; items: string[] }
  | { kind: 'mark-for-debrief'; item: string; note: string }
  | { kind: 'send-message'; to: string; text: string; about?: string; language: string }
  | { kind: 'send-chat'; text: string; language: string }
  | { kind: 'start-action'; action: string; answers?: Words }
  | { kind: 'cancel-action'; action: string }
  | { kind: 'decide'; decision: string; option: string; reason: string }
  | { kind: 'answer-questionnaire'; questionnaire: string; answers: Words }
  | { kind: 'mark-objective'; objective: string; level: string; note: string }
  | MarkExpected
  | { kind: 'collect-evidence'; evidence: string; sha256: string; basis: string; note: string }
  | { kind: 'identify-evidence'; evidence: string; note: string }
  | { kind: 'acquire-evidence'; evidence: string; sha256: string; basis: string; note: string }
  | { kind: 'preserve-evidence'; evidence: string; seal: string; place: string; note: string }
  | { kind: 'give-receipt'; evidence: string; sha256: string; note: string }
  | { kind: 'file-record'; court: string; items: { evidence: string; log: string }[]; purpose: string }
  | { kind: 'hand-over-evidence'; evidence: string; team: string; note: string }
  | { kind: 'draft-request'; request: string; form: RequestForm; about?: string }
  | { kind: 'edit-request'; request: string; revision: number; form: RequestForm }
  | { kind: 'take-up-draft'; request: string }
  | { kind: 'keep-draft'; request: string }
  | { kind: 'let-go-of-draft'; request: string }
  | { kind: 'authorise-request'; request: string; revision: number; oral: boolean }
  | { kind: 'send-back-draft'; request: string; remark: string }
  | { kind: 'send-request'; request: string }
  | { kind: 'acknowledge-request'; request: string; reference: string }
  | { kind: 'verify-request'; request: string; authentic: boolean; calledBack: string }
  | AnswerRequest
  | { kind: 'supplement-request'; request: string; form: RequestForm }
  | { kind: 'accept-conditions'; request: string }
  | { kind: 'extend-request'; request: string; reason: string; planned: string }
  | { kind: 'ask-progress'; request: string }
  | { kind: 'withdraw-request'; request: string; reason: string }
  | { kind: 'narrow-request'; request: string; scope?: Scope }
  | { kind: 'warn-sender'; request: string; why: string; reasons: string }
  | { kind: 'go-on-nevertheless'; request: string }
  | { kind: 'ask-other-use'; request: string; purpose: string }
  | { kind: 'answer-other-use'; request: string; consents: boolean; reasons: string }
  | { kind: 'tell-progress'; request: string; text: string }
  | { kind: 'confirm-in-writing'; request: string }
  | { kind: 'set-register-date'; request: string; date: number }
  | { kind: 'send-request-evidence'; request: string; attachments: string[]; text: string }
  | { kind: 'lift-hold'; request: string; ground: string; reasons: string }
  | { kind: 'warn-true-authority'; request: string; authority: string }
  | { kind: 'close-request'; request: string };

export interface AnswerRequest {
  kind: 'answer-request';
  request: string;
  answer: string;
  missing: string[];
  ground: string;
  reasons: string;
  conditions: string;
  to: string;
  scope?: Scope;
}

/** A text by language, or answers by field. */
export type Words = Record<string, string>;

export interface WriteInject {
  kind: 'write-inject';
  inject: string;
  to: string[];
  subject: Words;
  body: Words;
  channel: string;
  attention: string;
  tlp: string;
  from?: string;
  fromText?: Words;
  due?: number;
}

/** Seen: drill milliseconds of what it is about; absent: when it arrives. */
export interface WriteNote {
  kind: 'write-note';
  note: string;
  team: string;
  text: string;
  objective?: string;
  seen?: number;
}

/** After EndEx; the same note again mends it. Sort: happened, helped, hindered, fix. Team: for whom control writes, empty for everybody. */
export interface NoteHotWash {
  kind: 'note-hot-wash';
  note: string;
  sort: string;
  text: string;
  owner: string;
  team: string;
  language: string;
}

/** What an evaluator saw of an expected act. Found: done, partly, not-done, or open to take it back. Seen: drill milliseconds of when; absent: when it arrives. */
export interface MarkExpected {
  kind: 'mark-expected';
  inject: string;
  act: number;
  found: string;
  note: string;
  seen?: number;
}

/** What goes out by itself when the link returns: it reaches nobody who would act on it. */
export const quietKinds: ReadonlySet<string> = new Set([
  'mark-read', 'mark-for-debrief', 'set-ready', 'send-chat', 'draft-request', 'edit-request', 'take-up-draft', 'let-go-of-draft',
  'write-note', 'mark-objective', 'mark-expected', 'note-hot-wash', 'withdraw-hot-wash-note',
]);

/** Words that leave for somebody; all else is done. */
export const sentKinds: ReadonlySet<string> = new Set([
  'send-message', 'send-request', 'answer-request', 'supplement-request', 'reply-to-message', 'fire-inject', 'correct-inject', 'hand-over-evidence',
]);

/** A controller's act is never queued: a fire sent minutes late is worse than none. */
export const controlKinds: ReadonlySet<string> = new Set([
  'simulate-seat', 'free-seat', 'hand-seat-over', 'start-exercise', 'pause', 'resume', 'set-speed', 'jump-to', 'stop-for-real-event', 'end-exercise', 'reopen-exercise',
  'fire-inject', 'hold-back-inject', 'release-inject', 'skip-inject',
  'move-inject', 'edit-inject', 'write-inject', 'correct-inject',
  'claim', 'leave-claim', 'reply-to-message', 'set-aside-message', 'set-sharing', 'set-replay-sharing', 'void-score', 'remove-team',
  'hold-plan', 'resume-plan', 'hand-over-plan', 'skip-step', 'fire-step',
]);

/** What a team did on paper; see TypedResult of the rules. */
export interface TypedResult {
  what: string;
  id: string;
  value: string;
  points?: number;
  happenedAt?: number;
  by: string;
  note: string;
}
