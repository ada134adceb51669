import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { CaseQuestionView } from '../questions/case-question.view.js';
import { Supporter } from './supporter.entity.js';
import {
  SupportCloseReason,
  SupportDeclineReason,
  SupportKind,
  SupportRequestAction,
  SupportStage,
} from './support-request.entity.js';
import { SupportBeneficiary, SupportDanger } from './support-request.inputs.js';
import { VoiceAnswerView } from './voice/voice-answer.view.js';

/** The answers of a requester without their contact; null: skipped. */
@ObjectType()
export class SupportRequestAnswers {
  @Field(() => SupportDanger)
  danger!: `${SupportDanger}`;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  goal!: string | null;

  @Field(() => String, { nullable: true })
  tried!: string | null;

  /** For whom the support is. */
  @Field(() => SupportBeneficiary, { nullable: true })
  beneficiary!: `${SupportBeneficiary}` | null;

  @Field(() => String, { nullable: true })
  beneficiaryNote!: string | null;

  @Field(() => [VoiceAnswerView])
  voices!: readonly VoiceAnswerView[];
}

/** The answers of a requester; null: skipped. */
@ObjectType()
export class SupportRequestContent extends SupportRequestAnswers {
  @Field(() => String, { nullable: true })
  safeWay!: string | null;

  @Field(() => String, { nullable: true })
  times!: string | null;
}

/** A request for support, as its requester sees it. */
@ObjectType('SupportRequest')
export class OwnSupportRequest {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => SupportKind)
  kind!: SupportKind;

  @Field(() => Boolean)
  isUrgent!: boolean;

  @Field(() => [String])
  languages!: string[];

  @Field(() => SupportStage)
  stage!: SupportStage;

  /** When the first answer is promised. */
  @Field(() => GraphQLISODateTime)
  dueAt!: Date;

  /** When the working hours begin again; null during them, and unless a request that is not urgent waits. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  answersResumeAt!: Date | null;

  /**
   * Until when the supporter who reads it waits for the answer to a question. The deadline is on hold meanwhile.
   * Null while no supporter waits.
   */
  @Field(() => GraphQLISODateTime, { nullable: true })
  waitsForRequesterUntil!: Date | null;

  /** Questions before the first answer, earliest first. Nobody learns who asked. */
  @Field(() => [CaseQuestionView])
  questions!: CaseQuestionView[];

  /** Whether the requester can answer a question. */
  @Field(() => Boolean)
  hasQuestion!: boolean;

  /** When it last went back to the queue; null if it never did. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  returnedAt!: Date | null;

  /** Whether it waits and its requester excluded every listed supporter, or nobody supports. */
  @Field(() => Boolean)
  isWithoutSupporter!: boolean;

  /** Whether it waits and its requester excluded all listed supporters but one, who may be away or may have stopped. */
  @Field(() => Boolean)
  hasOneCandidate!: boolean;

  /** Whether something changed since the requester last opened it. */
  @Field(() => Boolean)
  hasNews!: boolean;

  @Field(() => SupportRequestContent)
  content!: SupportRequestContent;

  @Field(() => [Supporter])
  excluded!: Supporter[];

  /** The work name of the supporter who leads the accepted case, or of the one who accepted it. */
  @Field(() => String, { nullable: true })
  supporterName!: string | null;

  /** The supporter's words on accepting it. */
  @Field(() => String, { nullable: true })
  reply!: string | null;

  /** Why it was declined. */
  @Field(() => SupportDeclineReason, { nullable: true })
  reason!: SupportDeclineReason | null;

  /** The supporter's words on declining or closing it. */
  @Field(() => String, { nullable: true })
  closingWords!: string | null;

  @Field(() => String, { nullable: true })
  alternatives!: string | null;

  /** The day from which on the requester can ask again (`2026-12-25`). */
  @Field(() => String, { nullable: true })
  askAgainOn!: string | null;

  /** The other request of the same requester that goes on instead. */
  @Field(() => ID, { nullable: true })
  duplicateOfId!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  closedAt!: Date | null;

  /** Why it was closed; null if its work was done. */
  @Field(() => SupportCloseReason, { nullable: true })
  closeReason!: SupportCloseReason | null;

  /** When the case closes because of its silence; null while that was not announced. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  silenceEndsAt!: Date | null;

  /** Whether the viewer left the case; they read nothing new of it. */
  @Field(() => Boolean)
  hasLeft!: boolean;

  /** When the case that the viewer left closes; null unless it is paused. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  pausedUntil!: Date | null;

  /** Until when the requester can reopen the closed case; null if that is not possible. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  reopenableUntil!: Date | null;

  /** When it will be destroyed; null while it is open. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  destroyedAt!: Date | null;

  @Field(() => [SupportRequestAction])
  viewerCan!: string[];
}

/** Whether one can ask for support now, and whom one can exclude. */
@ObjectType()
export class SupportAsking {
  /** The reason for which nobody can ask now; null while asking is open. */
  @Field(() => String, { nullable: true })
  closedBecause!: string | null;

  /** How many more requests the viewer may make now. */
  @Field(() => Int)
  left!: number;

  /** Which limit prevents another request, as the reason of a refusal; null while one is possible. */
  @Field(() => String, { nullable: true })
  limitReached!: string | null;

  @Field(() => [Supporter])
  supporters!: Supporter[];
}
