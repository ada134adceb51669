import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { MultiLineText, NameText, SingleLineText } from '#kernel/text.decorators.js';
import { IsTerm } from '#taxonomy/is-term.decorator.js';
import { SupportDeclineReason, SupportKind } from './support-request.entity.js';
import { VoiceAnswerInput } from './voice/voice-answer.inputs.js';

const MAX_ANSWER = 4_000;
const MAX_LINE = 300;
const MAX_EXCLUDED = 50;

export enum SupportDanger {
  yes = 'yes',
  unknown = 'unknown',
  no = 'no',
}
registerEnumType(SupportDanger, { name: 'SupportDanger' });

export enum SupportBeneficiary {
  requester = 'requester',
  group = 'group',
  other = 'other',
}
registerEnumType(SupportBeneficiary, {
  name: 'SupportBeneficiary',
  description:
    'For whom the support is. group: a group or organisation of the requester. other: another person.',
});

@InputType()
export class AskSupportInput {
  /** Idempotency key: a random UUID from the device. Sending the same request again makes no second one. */
  @Field(() => String)
  @IsUUID()
  sendKey!: string;

  @Field(() => SupportDanger)
  @IsEnum(SupportDanger)
  danger!: SupportDanger;

  @Field(() => SupportKind)
  @IsEnum(SupportKind)
  kind!: SupportKind;

  @Field(() => String, { defaultValue: '' })
  @MultiLineText(MAX_ANSWER, { canBeBlank: true })
  goal!: string;

  @Field(() => String, { defaultValue: '' })
  @MultiLineText(MAX_ANSWER, { canBeBlank: true })
  tried!: string;

  /** Voice notes that answer these questions, at most one each. */
  @Field(() => [VoiceAnswerInput], { defaultValue: [] })
  @ValidateNested({ each: true })
  @Type(() => VoiceAnswerInput)
  @ArrayMaxSize(2)
  @ArrayUnique(({ question }: VoiceAnswerInput) => question)
  @ArrayUnique(({ note }: VoiceAnswerInput) => note)
  voices!: VoiceAnswerInput[];

  /** Null: skipped. */
  @Field(() => SupportBeneficiary, { nullable: true })
  @IsOptional()
  @IsEnum(SupportBeneficiary)
  beneficiary?: SupportBeneficiary | null;

  @Field(() => String, { defaultValue: '' })
  @SingleLineText(MAX_LINE, { canBeBlank: true })
  beneficiaryNote!: string;

  /** Ids of supporters who must not read the request. */
  @Field(() => [ID], { defaultValue: [] })
  @ArrayMaxSize(MAX_EXCLUDED)
  @ArrayUnique()
  @IsString({ each: true })
  excludedIds!: string[];

  @Field(() => [ID])
  @ArrayMinSize(1, { message: 'missing' })
  @ArrayMaxSize(10)
  @IsTerm('language', { each: true })
  languages!: string[];

  /** The name by which the supporter calls the requester. */
  @Field(() => String, { defaultValue: '' })
  @SingleLineText(60, { canBeBlank: true })
  name!: string;

  @Field(() => String, { defaultValue: '' })
  @SingleLineText(MAX_LINE, { canBeBlank: true })
  safeWay!: string;

  @Field(() => String, { defaultValue: '' })
  @SingleLineText(MAX_LINE, { canBeBlank: true })
  times!: string;
}

@InputType()
export class SafeContactInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  /** A safe way to reach the requester; blank for none, null to leave it as it is. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @SingleLineText(MAX_LINE, { canBeBlank: true })
  safeWay?: string | null;

  /** Null to leave them as they are. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @SingleLineText(MAX_LINE, { canBeBlank: true })
  times?: string | null;
}

@InputType()
export class ExcludeSupportersInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  /** Ids of supporters to exclude. */
  @Field(() => [ID])
  @ArrayMaxSize(MAX_EXCLUDED)
  @ArrayUnique()
  @IsString({ each: true })
  add!: string[];

  /** Ids of supporters who may read the request again; an id that is also in `add` stays excluded. */
  @Field(() => [ID])
  @ArrayMaxSize(MAX_EXCLUDED)
  @ArrayUnique()
  @IsString({ each: true })
  remove!: string[];
}

@InputType()
export class AnswerSupportInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  @Field(() => String)
  @MultiLineText(MAX_ANSWER)
  words!: string;
}

/** An answer that ends the request. */
@InputType({ isAbstract: true })
abstract class EndingInput extends AnswerSupportInput {
  /** Where else the requester can find support. */
  @Field(() => String, { defaultValue: '' })
  @MultiLineText(MAX_ANSWER, { canBeBlank: true })
  alternatives!: string;
}

@InputType()
export class CloseSupportInput extends EndingInput {
  /** Whether the requester insulted or threatened the supporter. Then they cannot reopen the case. */
  @Field(() => Boolean, { defaultValue: false })
  @IsBoolean()
  isForConduct!: boolean;
}

@InputType()
export class DeclineSupportInput extends EndingInput {
  @Field(() => SupportDeclineReason)
  @IsEnum(SupportDeclineReason)
  reason!: SupportDeclineReason;
}

@InputType()
export class LinkDuplicateInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  /** The number of the other request of the same requester. */
  @Field(() => Int)
  @IsInt()
  number!: number;
}

@InputType()
export class WorkNameInput {
  @Field(() => String)
  @NameText(40)
  name!: string;
}
