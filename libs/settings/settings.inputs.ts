import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { MAX_REASON } from '#audit/two-person/two-person.inputs.js';
import { Paragraphs } from '#kernel/text.decorators.js';
import { RETENTION } from './retention-setting.js';
import { VOUCHES } from './vouches-setting.js';

@InputType()
export class VouchesNeededInput {
  @Field(() => Int)
  @IsInt()
  @Min(VOUCHES.least)
  @Max(VOUCHES.most)
  vouches!: number;

  /** Why, for the administrator who approves it. */
  @Field(() => String)
  @Paragraphs(MAX_REASON)
  reason!: string;
}

@InputType()
export class LongestRetentionInput {
  @Field(() => Int)
  @IsInt()
  @Min(RETENTION.least)
  @Max(RETENTION.most)
  days!: number;

  /** Why, for the administrator who approves it. */
  @Field(() => String)
  @Paragraphs(MAX_REASON)
  reason!: string;
}
