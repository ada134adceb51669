import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Language } from '#kernel/language.js';
import { TermView } from '#taxonomy/taxonomy.view.js';
import { AdmissionView } from './decisions/admission.view.js';
import { ApplicationAction, ApplicationStage } from './applications/application.entity.js';
import { ApplicationState } from './applications/application-state.js';
import { ApplicationQuestion } from './applications/application-question.entity.js';
import { Decision } from './decisions/decision.entity.js';
import { ReasonClass, Recommendation, Review } from './reviews/review.entity.js';
import { Vouch } from './vouches/vouch.entity.js';

/** The answers of an application, its terms in the reader's language. */
@ObjectType('ApplicationAnswers')
export class AnswersView {
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

  /** `someone`, `trace` or `nobody`. */
  @Field(() => String, { nullable: true })
  knownKind!: string | null;

  @Field(() => String)
  known!: string;

  /** Questions left with "I prefer not to say". */
  @Field(() => [String])
  unsaid!: readonly string[];
}

registerEnumType(ApplicationState, { name: 'ApplicationState' });

/** One line of the desk's queue: that something waits, without opening it. */
@ObjectType()
export class QueueItem {
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

  /** When the viewer's own claim ends; null without one. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  claimEndsAt!: Date | null;

  /** How many others are reading it now. */
  @Field(() => Int)
  otherReaders!: number;

  /** Reviews that count so far. */
  @Field(() => Int)
  reviewsWritten!: number;

  /** The viewer wrote one that is about the application as it stands. */
  @Field(() => Boolean)
  isReviewedByMe!: boolean;

  /** The viewer's own is about an earlier state: confirm or change it. */
  @Field(() => Boolean)
  mustConfirm!: boolean;

  /** A decline is appealed: whoever reads it had no part in that. */
  @Field(() => Boolean)
  isAppeal!: boolean;

  /** There was a decline before, of the same account or the same confirmed address. */
  @Field(() => Boolean)
  wasSeenBefore!: boolean;

  /** Notes that the viewer may read: none before their own review is written. */
  @Field(() => Int)
  notes!: number;

  /** The last thing that was asked back has its answer. */
  @Field(() => Boolean)
  isAnswered!: boolean;
}

@ObjectType()
export class QueuePage {
  @Field(() => [QueueItem])
  items!: QueueItem[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}

/** A note of this round. Whose it is is told only of one's own. */
@ObjectType('ApplicationNote')
export class NoteView {
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

  /** Whether it is about the application as it stands. */
  @Field(() => Boolean)
  isCurrent!: boolean;
}

/** That the same person was declined before: the class and the month, and nothing of the file. */
@ObjectType()
export class EarlierDecision {
  @Field(() => ReasonClass, { nullable: true })
  reasonClass!: ReasonClass | null;

  /** `2026-10` */
  @Field(() => String)
  month!: string;
}

/** That the same person was removed for good: the class of the report and the month, and nothing of the matter. */
@ObjectType('EarlierRemoval')
export class EarlierRemovalView {
  /** A `ReportReason`. */
  @Field(() => String)
  reason!: string;

  /** `2026-10` */
  @Field(() => String)
  month!: string;
}

/** Why it is read again: what the applicant says, and the decision that it is about. */
@ObjectType('ApplicationAppeal')
export class AppealView {
  @Field(() => String)
  words!: string;

  @Field(() => Decision)
  decision!: Decision;
}

/** An application's file, opened by somebody assigned to it. */
@ObjectType()
export class ApplicationFile {
  @Field(() => ID)
  id!: string;

  @Field(() => ApplicationStage)
  stage!: ApplicationStage;

  @Field(() => GraphQLISODateTime)
  submittedAt!: Date;

  /** Names this state of the application; a review says which one it is about. */
  @Field(() => String)
  readAs!: string;

  @Field(() => GraphQLISODateTime, { nullable: true })
  claimEndsAt!: Date | null;

  @Field(() => AnswersView)
  answers!: AnswersView;

  /** Newest first; none for whoever applies for the first time, or cannot be recognised. */
  @Field(() => [EarlierDecision])
  earlierDecisions!: EarlierDecision[];

  @Field(() => [EarlierRemovalView])
  earlierRemovals!: EarlierRemovalView[];

  /** In the second round only. */
  @Field(() => AppealView, { nullable: true })
  appeal!: AppealView | null;

  @Field(() => [Vouch])
  vouches!: Vouch[];

  @Field(() => [ApplicationQuestion])
  questions!: ApplicationQuestion[];

  @Field(() => AdmissionView)
  admission!: AdmissionView;

  @Field(() => ReviewView, { nullable: true })
  ownReview!: ReviewView | null;

  /** What those who have written say to each other; empty until one's own is written. */
  @Field(() => [NoteView])
  notes!: NoteView[];

  /** Empty until one's own is written. */
  @Field(() => [ReviewView])
  otherReviews!: ReviewView[];

  /** What the reviews that count say together; null before one's own is written, and while they do not agree. */
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
