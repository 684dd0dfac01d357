// The records of a view as Drills/Views writes them. Names ending in At are drill milliseconds, story… are UTC milliseconds of story
// time; what is absent in JSON is optional here. tests/samples.test.ts holds these types against samples that a C# test writes.

export type Status = 'none' | 'lobby' | 'running' | 'paused' | 'stopped' | 'ended';
export type Attention = 'quiet' | 'normal' | 'urgent' | 'call';

export interface ClockView {
  kind: 'clock';
  status: string;
  speed: number;
  title: string;
  phaseTitle: string;
  phaseAt: number;
  phaseStory: number;
  phaseRate: number;
  offsetMinutes: number;
  zoneName: string;
  plannedMs: number;
  by?: string;
  why?: string;
  endTitle?: string;
  /** Played by one person without control: he steers it. */
  alone?: boolean;
  /** The drill goes on from where another one stood at this drill time. */
  forkedAt?: number;
  /** The phases before this one, first to last. */
  earlier?: { at: number; story: number; rate: number }[];
}

export interface BriefView {
  kind: 'brief';
  assumption: string;
  summary: string;
  team: string;
  teamName: string;
  teamHtml: string;
  role: string;
  roleName: string;
  roleHtml: string;
  state: string;
  stateName: string;
  stateAbout: string;
}

export interface SeatView {
  kind: 'seat';
  id: string;
  team: string;
  teamName: string;
  role: string;
  roleName: string;
  holder: string;
  ready: boolean;
  /** Of a simulated player; control alone is told. */
  skill?: string;
  /** Since when its holder has it, if not from the first. */
  sinceAt?: number;
}

/** What the person in this seat took over from a simulated player: keys of records, as they stood then. */
export interface HandoverView {
  kind: 'handover';
  at: number;
  inHand: string[];
}

export interface FeedView {
  kind: 'feed';
  id: string;
  channel: string;
  attention: string;
  from: string;
  fromContact?: string;
  to: string;
  subject: string;
  html?: string;
  text?: string;
  tlp: string;
  at: number;
  replyTo?: string;
  attachments: string[];
  own: boolean;
  bySeat?: string;
  marked: boolean;
  corrects?: string;
}

export interface ActionView {
  kind: 'action';
  id: string;
  name: string;
  about: string;
  group: string;
  durationMs: number;
  restsOn: string[];
  state: string;
  reasons: string[];
  canDo: boolean;
  bySeat?: string;
  startedAt?: number;
  endsAt?: number;
  result?: string;
  readyAt?: number;
  costs?: CostView[];
  fields?: InputView[];
  answers?: Record<string, string>;
  step?: PlannedView;
}

/** What an action is in an adversary plan. */
export interface PlannedView {
  plan: string;
  techniques: string[];
  isNext: boolean;
  left: number;
}

export interface CostView {
  meter: string;
  name: string;
  amount: number;
}

export interface InputView {
  id: string;
  name: string;
  fieldKind: string;
  required: boolean;
  min?: number;
  max?: number;
  choices: OptionView[];
}

export interface QuestionnaireView {
  kind: 'questionnaire';
  id: string;
  title: string;
  intro: string;
  fields: InputView[];
  openedAt: number;
  canAnswer: boolean;
  answers?: Record<string, string>;
  given?: { seat: string; answers: Record<string, string> }[];
}

export interface OptionView {
  id: string;
  name: string;
}

export interface DecisionView {
  kind: 'decision';
  id: string;
  title: string;
  html: string;
  options: OptionView[];
  state: string;
  canDecide: boolean;
  openedAt: number;
  deadlineAt?: number;
  option?: string;
  bySeat?: string;
  reason?: string;
  consequence?: string;
  restsOn: string[];
  /** "team.role": whose it is. */
  by?: string[];
}

export interface AssetView {
  kind: 'asset';
  id: string;
  name: string;
  about: string;
  assetKind: string;
  state: string;
  stateName: string;
  mood: string;
  links: string[];
  x: number;
  y: number;
}

export interface MeterView {
  kind: 'meter';
  id: string;
  name: string;
  unit: string;
  value: number;
  at: number;
  ratePerMinute: number;
  min: number;
  max: number;
}

export interface DataView {
  kind: 'data';
  id: string;
  name: string;
  holder: string;
  state: string;
  stateName: string;
  class: string;
  identifiers: string[];
  goneAt?: number;
  goneStory?: number;
}

export interface CustodyView {
  at: number;
  seat: string;
  what: string;
  to?: string;
  note: string;
  basis: string;
  sha256: string;
  story?: number;
  seal?: string;
  place?: string;
}

export interface EvidenceView {
  kind: 'evidence';
  id: string;
  name: string;
  about: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  state: string;
  sha256?: string;
  custody: CustodyView[];
  place?: string;
  stateName?: string;
  gaps?: string[];
}

export interface CourtItemView {
  evidence: string;
  name: string;
  log?: string;
  admitted?: boolean;
  gaps: string[];
}

/** A court that asks for the record of evidence. Exercise law. */
export interface CourtView {
  kind: 'court';
  id: string;
  title: string;
  asks: string;
  state: string;
  canFile: boolean;
  askedAt: number;
  deadlineAt?: number;
  items: CourtItemView[];
  bySeat?: string;
  purpose?: string;
  restsOn: string[];
}

export interface Scope {
  dataSets: string[];
  classes: string[];
  identifiers: string[];
  fromUtc?: number;
  toUtc?: number;
  property?: string[];
  amount?: number;
}

export interface RequestForm {
  kind: string;
  from: string;
  to: string;
  channel: string;
  basis: string;
  scope: Scope;
  fields: Record<string, string>;
  attachments: string[];
}

export interface RequestStep {
  at: number;
  what: string;
  by: string;
  note?: string;
}

export interface RequestView {
  kind: 'request';
  id: string;
  direction: string;
  revision: number;
  form: RequestForm;
  fromName: string;
  toName: string;
  fromState: string;
  toState: string;
  status: string;
  hasIt: string;
  authorisedBy?: string;
  remark?: string;
  answer?: string;
  ground?: string;
  reasons?: string;
  conditions?: string;
  missing: string[];
  acts: string[];
  due?: string;
  dueAt?: number;
  about?: string;
  history: RequestStep[];
  narrower?: Scope;
  warning?: string;
  oral?: string;
  handed: HandedView[];
  otherUse?: string;
  otherPurpose?: string;
  found?: string;
  registerDate?: number;
  /** The authority that has it. */
  with?: string;
  /** The seat that writes it now. */
  writer?: string;
  /** What came back, as far as its writers have mended it. */
  mended?: RequestForm;
  /** Words for what the paper names by ids. */
  names?: Record<string, string>;
}

export interface HandedView {
  at: number;
  dataSet: string;
  name: string;
  by: string;
  evidence?: string;
  sha256?: string;
}

export interface FieldView {
  id: string;
  long: boolean;
  advised: boolean;
}

export interface LawView {
  source: string;
  level: string;
}

export interface FormView {
  kind: 'form';
  id: string;
  fields: FieldView[];
  header: string[];
  channels: string[];
  bases: string[];
  classes: string[];
  answers: string[];
  grounds: string[];
  asksProperty: boolean;
  law: LawView[];
  handsOver?: boolean;
  guidance?: boolean;
}

export interface PropertyView {
  kind: 'property';
  id: string;
  name: string;
  holder: string;
  state: string;
  stateName: string;
  unit: string;
  identifiers: string[];
}

export interface StateView {
  kind: 'state';
  id: string;
  name: string;
  offsetMinutes: number;
  zoneName: string;
  languages: string[];
  dualCriminality: string[];
  holdDays: number;
  freezeDays: number;
  suspensionHours: number;
  deskOrders: boolean;
  discloses: boolean;
  openFrom?: number;
  openTo?: number;
  openDays: string[];
  holidays: string[];
  personalData?: string;
  authorises?: AuthorisesView[];
}

/** What: a kind, or "kind.class" of data. */
export interface AuthorisesView {
  what: string;
  by: string[];
}

export interface HoldView {
  kind: 'hold';
  id: string;
  dataSet: string;
  name: string;
  state: string;
  beganAt: number;
  endsAt?: number;
  storyEnds: number;
  followed: boolean;
  request?: string;
  what: string;
  property?: string;
  amount?: number;
  unit?: string;
}

export interface AuthorityView {
  kind: 'authority';
  id: string;
  name: string;
  state: string;
  stateName: string;
  authorityKind: string;
  channels: string[];
  inRegister: boolean;
  telephone: string;
  mail: string;
  hours: string;
  mine: boolean;
  open?: HoursView;
}

/** In the State's zone: days in mon … sun, minutes after midnight, closed days as yyyy-MM-dd. */
export interface HoursView {
  from: number;
  to: number;
  days: string[];
  offsetMinutes: number;
  closed: string[];
}

export interface ContactView {
  kind: 'contact';
  id: string;
  name: string;
  about: string;
  /** What control may answer in his name; control only. */
  replies?: string[];
}

export interface TreatyView {
  kind: 'treaty';
  basis: string;
  between: string[];
}

export interface ObjectiveView {
  kind: 'objective';
  id: string;
  team: string;
  name: string;
  points: number;
  group: string;
  state: string;
  at?: number;
  because?: string;
  lesson?: string;
  pointsWon?: number;
  rubric?: { id: string; words: string; points: number }[];
  level?: string;
  note?: string;
  typedIn?: boolean;
  voided?: VoidedView;
}

/** The director struck them, and why; points: what they counted before. */
export interface VoidedView {
  at: number;
  seat: string;
  reason: string;
  points: number;
}

export interface PenaltyView {
  kind: 'penalty';
  id: string;
  team: string;
  name: string;
  points: number;
  at?: number;
  because?: string;
  typedIn?: boolean;
  voided?: VoidedView;
}

export interface ScoreView {
  kind: 'score';
  team: string;
  teamName: string;
  won: number;
  of: number;
  penalties: number;
  score: number;
  marked?: number;
  markedOf?: number;
  toJudge?: number;
}

export interface ExpectedView {
  by: string;
  what: string;
  name: string;
  done: boolean;
  /** Its number in the inject, where evaluators judge it; and what one of them saw, when, and who. */
  act?: number;
  found?: string;
  seen?: number;
  seat?: string;
  note?: string;
}

export interface PlanView {
  kind: 'plan';
  n: number;
  inject: string;
  title: string;
  to: string;
  channel: string;
  status: string;
  at?: number;
  dated: boolean;
  expected: ExpectedView[];
  /** "all", team, team.role or seat. */
  address: string[];
  by?: string;
  /** The author's words to control. */
  controller?: string;
  notes?: string;
}

/** What an inject will say; until it is delivered. */
export interface InjectView {
  kind: 'inject';
  id: string;
  from: string;
  fromContact?: string;
  subject: string;
  html?: string;
  text?: string;
  tlp: string;
  attention: string;
  attachments: number;
  variants: number;
  written: boolean;
}

/** A person's message that nobody of control has answered. To: a contact's id, or "control". */
export interface WaitingView {
  kind: 'waiting';
  item: string;
  team: string;
  teamName: string;
  seat: string;
  to: string;
  toName: string;
  text: string;
  about?: string;
  at: number;
}

export interface ClaimView {
  kind: 'claim';
  key: string;
  seat: string;
  at: number;
}

export interface NoteView {
  kind: 'note';
  id: string;
  team: string;
  teamName: string;
  text: string;
  objective?: string;
  seen: number;
  at: number;
  seat: string;
}

/** Key "hot-wash:id". Team: empty for everybody. Sort: happened, helped, hindered, fix. */
export interface HotWashView {
  kind: 'hot-wash';
  id: string;
  team: string;
  teamName: string;
  sort: string;
  text: string;
  owner: string;
  language: string;
  bySeat: string;
  at: number;
  nth: number;
  mendedBy?: string;
}

export interface SettingsView {
  kind: 'settings';
  noController: string;
  afterCrash: string;
  sharing: string;
  /** Whose replay players see after EndEx: nobody, own, team, all. */
  replay: string;
}

export interface AdversaryView {
  kind: 'adversary';
  id: string;
  name: string;
  attack?: string;
  ics?: string;
  team?: string;
  teamName?: string;
  state: string;
  playedBy: string;
}

export interface AdversaryStepView {
  kind: 'step';
  id: string;
  plan: string;
  n: number;
  name: string;
  techniques: string[];
  state: string;
  at?: number;
  untilAt?: number;
  bySeat?: string;
  times: number;
  noticed: number;
  missed: number;
}

export interface TileView {
  kind: 'tile';
  team: string;
  name: string;
  seats: number;
  people: number;
  simulated: number;
  ready: number;
  lastActAt?: number;
  openUrgent: number;
  openDecisions: number;
  overdueRequests: number;
  waiting: number;
  waitingAt?: number;
  /** Since when the team plays no more. */
  outAt?: number;
}

export interface NextView {
  kind: 'next';
  what: string;
  id: string;
  title: string;
  to: string;
  people: number;
  at: number;
}

export interface ControlLogView {
  kind: 'log';
  n: number;
  at: number;
  seat: string;
  what: string;
  id: string;
}

export interface ChatView {
  kind: 'chat';
  id: string;
  team: string;
  bySeat: string;
  text: string;
  language: string;
  at: number;
}

export interface ReadView {
  kind: 'read';
  item: string;
  at: number;
}

/** Control has called the roll so often. */
export interface RollView {
  kind: 'roll';
  n: number;
}

/** A seat's last test of its link: its own, and control's to see. */
export interface LinkView {
  kind: 'link';
  seat: string;
  roundTripMs: number;
  bytes: number;
  answered: boolean;
}

/** The team was taken out of the drill; why, it alone and control are told. */
export interface OutView {
  kind: 'out';
  team: string;
  teamName: string;
  at: number;
  reason?: string;
}

export type ViewRecord =
  | ClockView | BriefView | SeatView | FeedView | ActionView | DecisionView | AssetView | MeterView | DataView | EvidenceView | CourtView
  | RequestView | FormView | PropertyView | StateView | HoldView | AuthorityView | ContactView | TreatyView | ObjectiveView | PenaltyView | ScoreView | PlanView | AdversaryView | AdversaryStepView | TileView | NextView
  | InjectView | WaitingView | ClaimView | NoteView | HotWashView | SettingsView
  | ControlLogView | ReadView | ChatView | QuestionnaireView | HandoverView | RollView | LinkView | OutView;

export type Kind = ViewRecord['kind'];
export type RecordOf<K extends Kind> = Extract<ViewRecord, { kind: K }>;
