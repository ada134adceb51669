import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Language } from '#kernel/language.js';
import { TermView } from '#taxonomy/taxonomy.view.js';
import { VouchRequirementView } from '../decisions/vouch-requirement.view.js';
import { ApplicationAction, ApplicationStage } from './application.entity.js';
import { ApplicationState } from './application-state.js';
import { ApplicationQuestion } from './application-question.entity.js';
import { Decision } from '../decisions/decision.entity.js';
import { ReasonClass, Recommendation, Review } from '../reviews/review.entity.js';
import { Vouch } from '../vouches/vouch.entity.js';

/** The answers of an application, with terms in the reader's language. */
@ObjectType('ApplicationAnswers')
export class ApplicationAnswersView {
  @Field(() => Language)
  language!: Language;

  @Field(() => String)
  name!: string;

  @Field(() => [TermView])
  languages!: TermView[];

  @Field(() => [TermView])
  practices!: TermView[];

  @Field(() => String)
  work!: string;

  @Field(() => [TermView])
  issueAreas!: TermView[];

  @Field(() => [TermView])
  territories!: TermView[];

  @Field(() => String)
  hopes!: string;

  /** How the applicant can be verified: `someone`, `trace` or `nobody`. */
  @Field(() => String, { nullable: true })
  knownKind!: string | null;

  @Field(() => String)
  known!: string;

  /** Questions answered with "I prefer not to say". */
  @Field(() => [String])
  unsaid!: readonly string[];
}

registerEnumType(ApplicationState, { name: 'ApplicationState' });

/** An entry of the queue: shows that an application waits, not its content. */
@ObjectType('QueueItem')
export class ApplicationQueueItem {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ApplicationStage)
  stage!: ApplicationStage;

  @Field(() => ApplicationState)
  state!: ApplicationState;

  @Field(() => GraphQLISODateTime)
  waitsSince!: Date;

  /** When the viewer's own claim on the application ends; null without a claim. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  claimEndsAt!: Date | null;

  /** How many other reviewers have claimed the application. */
  @Field(() => Int)
  otherReaders!: number;

  /** Number of reviews that count. */
  @Field(() => Int)
  reviewsWritten!: number;

  /** Whether the viewer has reviewed the current state of the application. */
  @Field(() => Boolean)
  isReviewedByMe!: boolean;

  /** Whether the viewer's review refers to an earlier state and must be confirmed or changed. */
  @Field(() => Boolean)
  mustConfirm!: boolean;

  /** Whether a decline was appealed. Reviewers of the first round may not read the appeal. */
  @Field(() => Boolean)
  isAppeal!: boolean;

  /** Whether the same account or confirmed email address was declined or removed before. */
  @Field(() => Boolean)
  wasSeenBefore!: boolean;

  /** Number of notes that the viewer may read; 0 until the viewer has written a review. */
  @Field(() => Int)
  notes!: number;

  /** Whether the applicant has answered the reviewers' latest question. */
  @Field(() => Boolean)
  isAnswered!: boolean;
}

@ObjectType('QueuePage')
export class ApplicationQueuePage {
  @Field(() => [ApplicationQueueItem])
  items!: ApplicationQueueItem[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}

/** A note of this round. A reader sees only whether it is their own, not its author. */
@ObjectType('ApplicationNote')
export class ApplicationNoteView {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  body!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => Boolean)
  isMine!: boolean;
}

@ObjectType('ApplicationReview')
export class ReviewView {
  @Field(() => Review)
  review!: Review;

  /** Whether the review refers to the current state of the application. */
  @Field(() => Boolean)
  isCurrent!: boolean;
}

/** An earlier decline of the same person: reason class and month only. */
@ObjectType()
export class EarlierDecision {
  @Field(() => ReasonClass, { nullable: true })
  reasonClass!: ReasonClass | null;

  /** The month of the decline, such as `2026-10`. */
  @Field(() => String)
  month!: string;
}

/** An earlier removal of the same person: reason class and month only. */
@ObjectType('EarlierRemoval')
export class EarlierRemovalView {
  /** The reason class of the removal: the name of a `ReportReason`. */
  @Field(() => String)
  reason!: string;

  /** The month of the removal, such as `2026-10`. */
  @Field(() => String)
  month!: string;
}

/** The applicant's reasons for the appeal, and the decision that it is about. */
@ObjectType('ApplicationAppeal')
export class ApplicationAppealView {
  @Field(() => String)
  words!: string;

  @Field(() => Decision)
  decision!: Decision;
}

/** An application's file, as a reviewer reads it. */
@ObjectType()
export class ApplicationFile {
  @Field(() => ID)
  id!: string;

  @Field(() => ApplicationStage)
  stage!: ApplicationStage;

  @Field(() => GraphQLISODateTime)
  submittedAt!: Date;

  /** Hash of the application's state. The client sends it back with a review. */
  @Field(() => String)
  readAs!: string;

  @Field(() => GraphQLISODateTime, { nullable: true })
  claimEndsAt!: Date | null;

  @Field(() => ApplicationAnswersView)
  answers!: ApplicationAnswersView;

  /** Earlier declines, newest first. Empty if the applicant applied for the first time or was not recognised. */
  @Field(() => [EarlierDecision])
  earlierDecisions!: EarlierDecision[];

  @Field(() => [EarlierRemovalView])
  earlierRemovals!: EarlierRemovalView[];

  /** The appeal; null in the first round. */
  @Field(() => ApplicationAppealView, { nullable: true })
  appeal!: ApplicationAppealView | null;

  @Field(() => [Vouch])
  vouches!: Vouch[];

  @Field(() => [ApplicationQuestion])
  questions!: ApplicationQuestion[];

  @Field(() => VouchRequirementView)
  admission!: VouchRequirementView;

  @Field(() => ReviewView, { nullable: true })
  ownReview!: ReviewView | null;

  /** Notes between the reviewers; empty until the viewer has written a review. */
  @Field(() => [ApplicationNoteView])
  notes!: ApplicationNoteView[];

  /** The reviews of other reviewers; empty until the viewer has written a review. */
  @Field(() => [ReviewView])
  otherReviews!: ReviewView[];

  /**
   * The common outcome of the reviews that count; null while the reviews disagree and until the viewer has written a
   * review.
   */
  @Field(() => Recommendation, { nullable: true })
  agreedOutcome!: Recommendation | null;

  @Field(() => [ApplicationAction])
  viewerCan!: string[];
}

@ObjectType()
export class DecisionPage {
  @Field(() => [Decision])
  items!: Decision[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}
