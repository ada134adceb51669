import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { CaseQuestionView } from '../questions/case-question.view.js';
import { SupportRequestAnswers, SupportRequestContent } from './own-request.view.js';
import { SupportKind, SupportRequestAction, SupportStage } from './support-request.entity.js';

/** Facts of a request without a word of its requester. */
@ObjectType({ isAbstract: true })
export abstract class CaseFacts {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => SupportKind)
  kind!: SupportKind;

  @Field(() => Boolean)
  isUrgent!: boolean;

  @Field(() => [String])
  languages!: string[];

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;
}

/** A request or case in the lists of a supporter, without a word of its requester. */
@ObjectType()
export class SupportCase extends CaseFacts {
  @Field(() => SupportStage)
  stage!: SupportStage;

  @Field(() => GraphQLISODateTime)
  dueAt!: Date;

  /** When the viewer's claim ends; null without one. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  claimEndsAt!: Date | null;

  /** Until when the viewer keeps the request while its requester is asked; null while no question waits for an answer. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  waitsForRequesterUntil!: Date | null;

  /** When its requester answered a question, unless the viewer opened the request since; null without an answer. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  answeredAt!: Date | null;

  /** When the accepted case closes because of its silence; null while that was not announced. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  silenceEndsAt!: Date | null;

  /** When the case closes that its requester left; null unless it is paused. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  pausedUntil!: Date | null;

  /** When its requester reopened the accepted case; null if they did not. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  reopenedAt!: Date | null;

  /** Whether the viewer opened the content since they claimed it, or since it was reopened. */
  @Field(() => Boolean)
  isOpened!: boolean;
}

/** Another request of the same requester, which was linked to the case and continues in it. */
@ObjectType()
export class SupportCaseDuplicate extends CaseFacts {
  /** Without the contact: only the one of the case holds, and its requester can correct it. */
  @Field(() => SupportRequestAnswers)
  content!: SupportRequestAnswers;

  /** Questions to the requester before it was linked, earliest first. */
  @Field(() => [CaseQuestionView])
  questions!: CaseQuestionView[];
}

@ObjectType()
export class SupportCasePage {
  @Field(() => [SupportCase])
  items!: SupportCase[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}

/** The content of a request or case, for its supporter. */
@ObjectType()
export class SupportCaseFile extends SupportCase {
  @Field(() => SupportRequestContent)
  content!: SupportRequestContent;

  /** Questions to the requester before the request was answered, earliest first. */
  @Field(() => [CaseQuestionView])
  questions!: CaseQuestionView[];

  /** How many more questions its requester can be asked before the answer. */
  @Field(() => Int)
  questionsLeft!: number;

  /** The viewer's words on accepting it. */
  @Field(() => String, { nullable: true })
  reply!: string | null;

  /** Other open requests of the same requester that the viewer may see. */
  @Field(() => [SupportCase])
  others!: SupportCase[];

  /** Requests that were linked to this one, without those that the viewer must not read. */
  @Field(() => [SupportCaseDuplicate])
  duplicates!: SupportCaseDuplicate[];

  @Field(() => [SupportRequestAction])
  viewerCan!: string[];
}
