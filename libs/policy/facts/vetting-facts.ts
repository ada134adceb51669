import type { Standing } from '../viewer.js';
import type { IdSet, NullableDate } from './fact-types.js';

export type ApplicationStage =
  'submitted' | 'inReview' | 'asked' | 'accepted' | 'declined' | 'withdrawn' | 'appealed';
export interface ApplicationFacts {
  accountId: string;
  stage: ApplicationStage;
  /** Account ids that hold an active claim, or wrote a review of this application while it is undecided. */
  assigneeIds: IdSet;
  /** Account ids that have written a review. */
  reviewerIds: IdSet;
  /**
   * Account ids with a conflict of interest towards the applicant (view `tie`); during an appeal also the reviewers of
   * the first round.
   */
  tiedIds: IdSet;
  /**
   * Account ids of the members through whom the applicant was admitted before, and of those whom the applicant let in,
   * in both directions at any depth. A vouch or a used invitation lets somebody in.
   */
  chainIds: IdSet;
  /** The decision was appealed, whether or not the appeal is decided. */
  wasAppealed: boolean;
  /** Ten days after the decision; far in the past if there is no decision. */
  appealUntil: Date;
}

export interface ReviewFacts {
  reviewerId: string;
  /** `assigneeIds`, `reviewerIds` and `tiedIds` are copied from the application. */
  assigneeIds: IdSet;
  reviewerIds: IdSet;
  tiedIds: IdSet;
}

export interface ApplicationNoteFacts {
  /** The account that wrote the note; null after that account was deleted. */
  authorId: string | null;
  /** Copied from the application, except that `reviewerIds` contains only the reviewers of the note's round. */
  assigneeIds: IdSet;
  reviewerIds: IdSet;
  tiedIds: IdSet;
}

export interface VouchFacts {
  voucherId: string;
  withdrawnAt: NullableDate;
  /** `assigneeIds` and `tiedIds` are copied from the application. */
  assigneeIds: IdSet;
  tiedIds: IdSet;
}

export interface InvitationFacts {
  inviterId: string;
  inviterStanding: Standing;
  inviterAdministers: boolean;
  usedAt: NullableDate;
  revokedAt: NullableDate;
}

export interface ReopeningFacts {
  /** The member who is reviewed again. */
  accountId: string;
  stage: 'open' | 'stays' | 'concern';
  /** Account ids of the members who hold a claim or have given their opinion. */
  assigneeIds: IdSet;
  judgeIds: IdSet;
  /** Account ids with a conflict of interest. */
  tiedIds: IdSet;
}

export interface DecisionFacts {
  /** The account that the decision was about; null after that account was deleted. */
  accountId: string | null;
  /** Account ids with a conflict of interest. */
  tiedIds: IdSet;
}
