import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { ApplicationAction, ApplicationStage } from '../applications/application.entity.js';
import { ApplicationState } from '../applications/application-state.js';
import { ApplicationQuestion } from '../applications/application-question.entity.js';
import { Decision } from '../decisions/decision.entity.js';
import { AnswersView } from '../vetting.views.js';

/** What the applicant sees of their own application. Who reads it, and who vouched, are not in it. */
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

  /** It is heard, or was, for a second time, after a decline. */
  @Field(() => Boolean)
  isAppeal!: boolean;

  /** By when a person answers: 72 hours after it was last our turn. Null while it is the applicant's, and at the end. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  answerDueAt!: Date | null;

  /** The promise has passed and one review waits for the second. */
  @Field(() => Boolean)
  waitsForSecondReader!: boolean;

  /** How many reviews count. */
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

  /** The last one that was taken; while an appeal is heard, the one that it is about. */
  @Field(() => Decision, { nullable: true })
  decision!: Decision | null;

  /** What the applicant wrote against a decline; null without an appeal, and once it was destroyed. */
  @Field(() => String, { nullable: true })
  appeal!: string | null;

  /** From when another can be sent, after a decline or after taking it back; else null. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  applyAgainFrom!: Date | null;

  /** After a decline: until when its reason class recognises another application of the same person. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  rememberedUntil!: Date | null;

  /** Until when a decline can be appealed; null when it cannot. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  appealUntil!: Date | null;

  /** Too few others vet now who may hear an appeal: it is heard, and its file kept, when there are more. */
  @Field(() => Boolean)
  isHeardLater!: boolean;

  @Field(() => [ApplicationAction])
  viewerCan!: string[];
}
