import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { ApplicationAction, ApplicationStage } from '../applications/application.entity.js';
import { ApplicationState } from '../applications/application-state.js';
import { ApplicationQuestion } from '../applications/application-question.entity.js';
import { Decision } from '../decisions/decision.entity.js';
import { ApplicationAnswersView } from '../applications/application-file.view.js';

/** The applicant's view of their own application. It does not disclose reviewers or vouchers. */
@ObjectType()
export class MyApplication {
  @Field(() => ID)
  id!: string;

  @Field(() => ApplicationStage)
  stage!: ApplicationStage;

  @Field(() => ApplicationState)
  state!: ApplicationState;

  @Field(() => GraphQLISODateTime)
  submittedAt!: Date;

  /** Whether a decline was appealed. */
  @Field(() => Boolean)
  isAppeal!: boolean;

  /**
   * When the next response of the reviewers is due, 72 hours after their turn began. Null while the applicant must act
   * and after the decision.
   */
  @Field(() => GraphQLISODateTime, { nullable: true })
  answerDueAt!: Date | null;

  /** Whether the response is overdue while one of two reviews is written. */
  @Field(() => Boolean)
  waitsForSecondReader!: boolean;

  /** Number of reviews that count. */
  @Field(() => Int)
  reviewsWritten!: number;

  /** Whether a reviewer has the file claimed now. */
  @Field(() => Boolean)
  isBeingRead!: boolean;

  @Field(() => String)
  vouchCode!: string;

  @Field(() => Int)
  vouchCount!: number;

  @Field(() => [ApplicationQuestion])
  questions!: ApplicationQuestion[];

  /** The times when reviewers opened the file; newest first, at most 20, without names. */
  @Field(() => [GraphQLISODateTime])
  openedAt!: Date[];

  /** The answers of the applicant; null after the file was destroyed. */
  @Field(() => ApplicationAnswersView, { nullable: true })
  answers!: ApplicationAnswersView | null;

  /** When the content of the file was destroyed; null if it still exists. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  destroyedAt!: Date | null;

  /** The latest decision. During an appeal it is the decision that was appealed. */
  @Field(() => Decision, { nullable: true })
  decision!: Decision | null;

  /** The text of the appeal; null without an appeal or after the file was destroyed. */
  @Field(() => String, { nullable: true })
  appeal!: string | null;

  /** When the applicant may apply again after a decline or withdrawal; null in any other stage. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  applyAgainFrom!: Date | null;

  /**
   * Until when reviewers see the reason class of a decline if the same person applies again; null without a decline.
   */
  @Field(() => GraphQLISODateTime, { nullable: true })
  rememberedUntil!: Date | null;

  /** Until when the applicant can appeal the decline; null if no appeal is possible. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  appealUntil!: Date | null;

  /**
   * Whether too few other reviewers can decide an appeal now. The file of an appeal is stored until there are enough.
   */
  @Field(() => Boolean)
  isHeardLater!: boolean;

  @Field(() => [ApplicationAction])
  viewerCan!: string[];
}
