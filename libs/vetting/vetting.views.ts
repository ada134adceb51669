import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { Language } from '#kernel/language.js';
import { TermView } from '#taxonomy/taxonomy.view.js';
import { ApplicationAction, ApplicationStage } from './application.entity.js';
import { ApplicationQuestion } from './application-question.entity.js';
import { Decision } from './decision.entity.js';
import { Recommendation, Review } from './review.entity.js';
import { Vouch } from './vouch.entity.js';

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

/** What the applicant sees of their own application. Who reads it, and who vouched, are not in it. */
@ObjectType()
export class MyApplication {
  @Field(() => ID)
  id!: string;

  @Field(() => ApplicationStage)
  stage!: ApplicationStage;

  @Field(() => GraphQLISODateTime)
  submittedAt!: Date;

  /** By when a person answers: 72 hours after it was last our turn. Null while it is the applicant's, and at the end. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  answerDueAt!: Date | null;

  /** The promise has passed and one review waits for the second. */
  @Field(() => Boolean)
  waitsForSecondReader!: boolean;

  /** How many have written what they think: 0, 1 or 2. */
  @Field(() => Int)
  reviewsWritten!: number;

  /** Somebody is reading it now. */
  @Field(() => Boolean)
  isBeingRead!: boolean;

  @Field(() => String)
  vouchCode!: string;

  @Field(() => Int)
  vouchCount!: number;

  @Field(() => [ApplicationQuestion])
  questions!: ApplicationQuestion[];

  /** When its file was opened by somebody who vets, newest first, twenty at most. Never by whom. */
  @Field(() => [GraphQLISODateTime])
  openedAt!: Date[];

  /** Null once they were destroyed. */
  @Field(() => AnswersView, { nullable: true })
  answers!: AnswersView | null;

  /** When everything that was written in it was destroyed; null as long as it is there. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  destroyedAt!: Date | null;

  @Field(() => Decision, { nullable: true })
  decision!: Decision | null;

  @Field(() => [ApplicationAction])
  viewerCan!: string[];
}

/** One line of the desk's queue: that something waits, without opening it. */
@ObjectType()
export class QueueItem {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => ApplicationStage)
  stage!: ApplicationStage;

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

/** The rule on vouches, and how this application stands to it. */
@ObjectType()
export class AdmissionView {
  @Field(() => Int)
  vouchesNeeded!: number;

  /** Of members past probation who did not come in through each other. */
  @Field(() => Int)
  vouchesCounted!: number;

  @Field(() => Boolean)
  isFoundingRule!: boolean;
}

@ObjectType('ApplicationReview')
export class ReviewView {
  @Field(() => Review)
  review!: Review;

  /** Whether it is about the application as it stands. */
  @Field(() => Boolean)
  isCurrent!: boolean;
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

  @Field(() => [Vouch])
  vouches!: Vouch[];

  @Field(() => [ApplicationQuestion])
  questions!: ApplicationQuestion[];

  @Field(() => AdmissionView)
  admission!: AdmissionView;

  @Field(() => ReviewView, { nullable: true })
  ownReview!: ReviewView | null;

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
