import type { Standing } from '../viewer.js';
import type { IdSet, Moment } from './fact-values.js';

export type ApplicationStage =
  'submitted' | 'inReview' | 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'appealed';
export interface ApplicationFacts {
  accountId: string;
  stage: ApplicationStage;
  /** Account ids that hold a live claim, or have written a review while it is undecided. */
  assigneeIds: IdSet;
  /** Account ids that have written a review. */
  reviewerIds: IdSet;
  /** Account ids recused by R3: the view `tie` of the applicant; in an appeal also whoever reviewed before. */
  tiedIds: IdSet;
  /** Account ids through whom the applicant came in once before, at any depth, and who came in through them. */
  chainIds: IdSet;
  /** It is heard, or was, for a second time. */
  wasAppealed: boolean;
  /** Ten days after the decision; long ago without one. */
  appealUntil: Date;
}

export interface ReviewFacts {
  reviewerId: string;
  /** These three are the application's. */
  assigneeIds: IdSet;
  reviewerIds: IdSet;
  tiedIds: IdSet;
}

export interface ApplicationNoteFacts {
  /** Null once that account is gone. */
  authorId: string | null;
  /** These three are the application's; who has reviewed it, in the note's round. */
  assigneeIds: IdSet;
  reviewerIds: IdSet;
  tiedIds: IdSet;
}

export interface VouchFacts {
  voucherId: string;
  withdrawnAt: Moment;
  /** These two are the application's. */
  assigneeIds: IdSet;
  tiedIds: IdSet;
}

export interface InvitationFacts {
  inviterId: string;
  inviterStanding: Standing;
  inviterAdministers: boolean;
  usedAt: Moment;
  revokedAt: Moment;
}

export interface ReopeningFacts {
  /** The member whom it is about. */
  accountId: string;
  stage: 'open' | 'stays' | 'concern';
  /** Account ids that read it now or have said what they think. */
  assigneeIds: IdSet;
  judgeIds: IdSet;
  /** Account ids recused by R3. */
  tiedIds: IdSet;
}

export interface DecisionFacts {
  /** The account that it was about; null: that account is gone. */
  accountId: string | null;
  /** Account ids recused by R3. */
  tiedIds: IdSet;
}
