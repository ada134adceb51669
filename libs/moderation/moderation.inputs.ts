import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsEnum,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { MAX_TWO_PERSON_REASON_LENGTH } from '#audit/two-person/two-person.inputs.js';
import { MultiLineText } from '#kernel/text.decorators.js';
import { AppealOutcome } from './appeals/appeal.entity.js';
import { MatterOutcome } from './matters/matter.entity.js';
import { NoticeKind } from './notices/notice.entity.js';
import type { DraftableNoticeKind } from './notices/notice-texts.js';
import { NoticeDelayReason } from './sanctions/apply-sanction.js';
import { ReportReason } from './reports/report.entity.js';
import { ReportableContentType } from './reports/reportable-content-registry.js';
import { LeavingInput } from './separations/separation.view.js';

registerEnumType(NoticeDelayReason, {
  name: 'NoticeDelay',
  description: 'Why telling at once would endanger somebody.',
});

@InputType()
export class ReportInput {
  @Field(() => ReportableContentType)
  @IsEnum(ReportableContentType)
  subject!: ReportableContentType;

  @Field(() => ID)
  @IsString()
  subjectId!: string;

  @Field(() => ReportReason)
  @IsEnum(ReportReason)
  reason!: ReportReason;

  @Field(() => String, { defaultValue: '' })
  @MultiLineText(2_000, { canBeBlank: true })
  note!: string;

  /** Only for a message: which messages of `reportContext` to include. Default: the two before and the two after. */
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(6)
  @IsString({ each: true })
  contextIds?: string[] | null;
}

@InputType('HandMatterInput')
export class ReassignMatterInput {
  @Field(() => ID)
  @IsString()
  matterId!: string;

  @Field(() => ID)
  @IsString()
  personId!: string;
}

@InputType()
export class NoteMatterInput {
  @Field(() => ID)
  @IsString()
  matterId!: string;

  @Field(() => String)
  @MultiLineText(2_000)
  body!: string;
}

@ArgsType()
export class CloseMatterArgs {
  @Field(() => ID)
  @IsString()
  matterId!: string;

  @Field(() => MatterOutcome)
  @IsEnum(MatterOutcome)
  outcome!: MatterOutcome;

  /** The reason, which only moderators read; stored as a note of the matter. */
  @Field(() => String)
  @MultiLineText(2_000)
  reason!: string;
}

/** The reason of an act and the notice about it, delivered now or later. */
@InputType({ isAbstract: true })
class ActInput {
  @Field(() => ReportReason)
  @IsEnum(ReportReason)
  reason!: ReportReason;

  @Field(() => String)
  @MultiLineText(2_000)
  words!: string;

  @Field(() => Int, { defaultValue: 0 })
  @IsInt()
  @Min(0)
  @Max(7)
  delayDays!: number;

  /** Why the notice is delayed; required with a delay. */
  @Field(() => NoticeDelayReason, { nullable: true })
  @IsOptional()
  @IsEnum(NoticeDelayReason)
  delayReason!: NoticeDelayReason | null;
}

@InputType()
export class WarnInput extends ActInput {
  @Field(() => ID)
  @IsString()
  matterId!: string;
}

@InputType()
export class SuspendInput extends ActInput {
  @Field(() => ID)
  @IsString()
  matterId!: string;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(72)
  hours!: number;
}

@InputType('AskRemovalInput')
export class RequestRemovalInput extends ActInput {
  @Field(() => ID)
  @IsString()
  matterId!: string;

  /** The reason, for the moderator who approves the removal. */
  @Field(() => String)
  @MultiLineText(MAX_TWO_PERSON_REASON_LENGTH)
  why!: string;
}

@InputType()
export class RemoveContentInput extends ActInput {
  @Field(() => ID)
  @IsString()
  reportId!: string;
}

@InputType()
export class SeparateInput extends ActInput {
  @Field(() => ID)
  @IsString()
  reportId!: string;

  /** Which of the two members leaves each shared group. */
  @Field(() => [LeavingInput])
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => LeavingInput)
  leaving!: LeavingInput[];
}

@InputType()
export class LiftSeparationInput {
  @Field(() => ID)
  @IsString()
  matterId!: string;

  @Field(() => ID)
  @IsString()
  separationId!: string;

  @Field(() => String)
  @MultiLineText(2_000)
  words!: string;
}

@InputType()
export class TalkInput {
  @Field(() => ID)
  @IsString()
  matterId!: string;

  @Field(() => String)
  @MultiLineText(2_000)
  words!: string;
}

@InputType()
export class AnswerNoticeInput {
  @Field(() => ID)
  @IsString()
  noticeId!: string;

  @Field(() => String)
  @MultiLineText(2_000)
  words!: string;
}

@InputType('HearAppealInput')
export class DecideAppealInput {
  @Field(() => ID)
  @IsString()
  appealId!: string;

  @Field(() => AppealOutcome)
  @IsEnum(AppealOutcome)
  outcome!: AppealOutcome;

  @Field(() => String)
  @MultiLineText(2_000)
  words!: string;
}

@ArgsType()
export class NoticeDraftArgs {
  @Field(() => ID)
  @IsString()
  matterId!: string;

  @Field(() => NoticeKind)
  @IsIn(Object.values(NoticeKind).filter((kind) => kind !== NoticeKind.talk))
  kind!: DraftableNoticeKind;

  @Field(() => ReportReason)
  @IsEnum(ReportReason)
  reason!: ReportReason;
}
