import { Field, ID, InputType } from '@nestjs/graphql';
import { IsString } from 'class-validator';
import { Paragraphs } from '#kernel/text.decorators.js';

/** Reasons of a request, as whoever approves reads them. */
export const MAX_REASON = 2_000;

@InputType()
export class ApproveTwoPersonActInput {
  @Field(() => ID)
  @IsString()
  actId!: string;

  /** The hash of what was read: for anything else the approval does not count. */
  @Field(() => String)
  @IsString()
  hash!: string;
}

@InputType()
export class ChangeTwoPersonActInput {
  @Field(() => ID)
  @IsString()
  actId!: string;

  @Field(() => String)
  @Paragraphs(MAX_REASON)
  reason!: string;
}
