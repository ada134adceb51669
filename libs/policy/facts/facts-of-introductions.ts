import type { IdSet, Moment } from './fact-values.js';

export type IntroductionState = 'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
export interface IntroductionFacts {
  askerId: string;
  askedId: string;
  /** Who may pass it on; null: asked directly, or that account is gone. */
  introducerId: string | null;
  /** When it reached the asked: of a direct one, when it was asked. */
  passedAt: Moment;
  /** The introducer let it lapse. */
  lapsedAt: Moment;
  state: IntroductionState;
  /** Whom of the three a block or separation between two of them shuts out: the view `introduction_parted`. */
  hiddenFromIds: IdSet;
}
export interface SuggestionFacts {
  /** Membership ids of those of the two who have not let it lapse. */
  sideIds: IdSet;
  /** Membership ids of those who said yes. */
  agreedIds: IdSet;
  /** It reached them, both are in the group, nothing parts them, and they are no allies yet. */
  isOpen: boolean;
  expiresAt: Date;
}
export interface AllianceFacts {
  id: string;
}
