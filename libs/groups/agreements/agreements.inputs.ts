import { applyDecorators } from '@nestjs/common';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsString, Max, Min } from 'class-validator';
import { MultiLineText } from '#kernel/text.decorators.js';
import { DEFAULT_GRACE_DAYS, MAX_GRACE_DAYS, MIN_GRACE_DAYS } from './agreements-version.entity.js';

export const MAX_AGREEMENTS_LENGTH = 4_000;
const MAX_SUMMARY_LENGTH = 600;
const MAX_NUMBER = 1_000_000;

/**
 * The version that the viewer read and consents to. Earlier versions of the web app send none: they consent to version
 * 1, and get CONFLICT where another one is current.
 */
export const AgreementsVersionNumber = (): PropertyDecorator =>
  applyDecorators(
    Field(() => Int, { defaultValue: 1 }),
    IsInt(),
    Min(1),
    Max(MAX_NUMBER),
  ) as PropertyDecorator;

@InputType()
export class PublishAgreementsInput {
  @Field(() => ID)
  @IsString()
  groupId!: string;

  @Field(() => String)
  @MultiLineText(MAX_AGREEMENTS_LENGTH, { canBeBlank: true })
  text!: string;

  /** The changes, in a few words. */
  @Field(() => String)
  @MultiLineText(MAX_SUMMARY_LENGTH, { canBeBlank: true })
  summary!: string;

  /** Days in which members can consent before they can only read. */
  @Field(() => Int, { defaultValue: DEFAULT_GRACE_DAYS })
  @IsInt()
  @Min(MIN_GRACE_DAYS)
  @Max(MAX_GRACE_DAYS)
  graceDays!: number;

  /** The version that the steward changed. CONFLICT if another one is current. */
  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(MAX_NUMBER)
  basedOn!: number;
}
