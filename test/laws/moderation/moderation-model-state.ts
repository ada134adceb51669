import {
  MODERATOR_NUMBERS,
  type AppealOutcome,
  GROUP_MEMBERS,
  REPORTED,
  type TieKind,
  type ReportableSubject,
} from './moderation-acts.js';

export type MatterStage = 'open' | 'inHand' | 'waiting' | 'closed' | 'appealed';
/** A row with a creation time and the account to which the row belongs. */
export interface OrderedRow {
  readonly at: number;
  readonly of: number | null;
}
export interface ModelReport extends OrderedRow {
  /** The number of the reporter. */
  readonly of: number;
  readonly what: ReportableSubject;
  readonly matter: ModelMatter;
  isOpen: boolean;
}
/** A separation of the reported member from another person. */
export interface ModelSeparation {
  readonly from: number;
  isOn: boolean;
}
export interface ModelSanction extends OrderedRow {
  readonly of: number;
  readonly kind: string;
  readonly by: number;
  readonly endsAt: number | null;
  readonly matter: ModelMatter;
  /** The report about the content that the sanction removed. */
  readonly report: ModelReport | null;
  readonly separation: ModelSeparation | null;
  isLifted: boolean;
}
export interface ModelAppeal extends OrderedRow {
  readonly of: number;
  readonly notice: ModelNotice;
  outcome: AppealOutcome | null;
}
export interface ModelNotice extends OrderedRow {
  /** The number of the recipient. */
  readonly of: number;
  readonly kind: string;
  readonly shownFrom: number;
  readonly matter: ModelMatter;
  readonly sanction: ModelSanction | null;
  isTold: boolean;
  isAnswered: boolean;
  appeal: ModelAppeal | null;
}
/** An audit entry. `by` is null if a job acted. `about` is null if the entry is shown to no account. */
export interface ModelAuditEntry {
  readonly at: number;
  readonly action: string;
  readonly by: number | null;
  readonly about: number | null;
}
export interface ModelMatter {
  stage: MatterStage;
  assignee: number | null;
  assignedAt: number;
  isEnded: boolean;
  readonly entries: ModelAuditEntry[];
}

/** All facts on which the moderation rules depend, after a history. */
export interface ModerationFacts {
  now: number;
  matters: ModelMatter[];
  reports: ModelReport[];
  notices: ModelNotice[];
  sanctions: ModelSanction[];
  appeals: ModelAppeal[];
  moderating: Set<number>;
  /** The numbers of suspended moderators. */
  benched: Set<number>;
  ties: Map<number, Map<TieKind, Set<number>>>;
  /** End of the reported member's suspension. */
  suspendedUntil: number | null;
  group: Set<number>;
  removed: Set<ReportableSubject>;
}

export const initialFacts = (): ModerationFacts => ({
  ...{ now: 0, matters: [], reports: [], notices: [], sanctions: [], appeals: [] },
  ...{ moderating: new Set<number>([...MODERATOR_NUMBERS, REPORTED]), benched: new Set() },
  ...{
    ties: new Map(),
    suspendedUntil: null,
    group: new Set<number>(GROUP_MEMBERS),
    removed: new Set(),
  },
});

/** Sorts rows by time, and rows of the same time by account number. */
export const sortRows = <T extends OrderedRow>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => a.at - b.at || (a.of ?? -1) - (b.of ?? -1));
