import {
  MODERATORS,
  type Outcome,
  PLACE,
  REPORTED,
  type TieKind,
  type What,
} from './moderation-acts.js';

export type Stage = 'open' | 'inHand' | 'waiting' | 'closed' | 'appealed';
/** Whatever has a moment and somebody whom it is of. */
export interface Placed {
  readonly at: number;
  readonly of: number | null;
}
export interface ModelReport extends Placed {
  /** Who reported. */
  readonly of: number;
  readonly what: What;
  readonly matter: ModelMatter;
  isOpen: boolean;
}
/** What parts the reported from somebody. */
export interface ModelSeparation {
  readonly from: number;
  isOn: boolean;
}
export interface ModelSanction extends Placed {
  readonly of: number;
  readonly kind: string;
  readonly by: number;
  readonly endsAt: number | null;
  readonly matter: ModelMatter;
  /** What was taken away by it. */
  readonly report: ModelReport | null;
  readonly separation: ModelSeparation | null;
  isLifted: boolean;
}
export interface ModelAppeal extends Placed {
  readonly of: number;
  readonly notice: ModelNotice;
  outcome: Outcome | null;
}
export interface ModelNotice extends Placed {
  /** Whom it tells. */
  readonly of: number;
  readonly kind: string;
  readonly shownFrom: number;
  readonly matter: ModelMatter;
  readonly sanction: ModelSanction | null;
  isTold: boolean;
  isAnswered: boolean;
  appeal: ModelAppeal | null;
}
/** One entry of the audit; without `by`: by itself. Without `about`: nobody learns of it. */
export interface Entry {
  readonly at: number;
  readonly action: string;
  readonly by: number | null;
  readonly about: number | null;
}
export interface ModelMatter {
  stage: Stage;
  assignee: number | null;
  assignedAt: number;
  isEnded: boolean;
  readonly entries: Entry[];
}

/** Everything that the rules of moderation look at, as a history left it. */
export interface Facts {
  now: number;
  matters: ModelMatter[];
  reports: ModelReport[];
  notices: ModelNotice[];
  sanctions: ModelSanction[];
  appeals: ModelAppeal[];
  moderating: Set<number>;
  /** Who of the moderators is suspended. */
  benched: Set<number>;
  ties: Map<number, Map<TieKind, Set<number>>>;
  /** Of the reported. */
  suspendedUntil: number | null;
  group: Set<number>;
  removed: Set<What>;
}

export const beginning = (): Facts => ({
  ...{ now: 0, matters: [], reports: [], notices: [], sanctions: [], appeals: [] },
  ...{ moderating: new Set<number>([...MODERATORS, REPORTED]), benched: new Set() },
  ...{ ties: new Map(), suspendedUntil: null, group: new Set<number>(PLACE), removed: new Set() },
});

/** As they came; what came at the same moment in the order of those whom it is of. */
export const placed = <T extends Placed>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => a.at - b.at || (a.of ?? -1) - (b.of ?? -1));
