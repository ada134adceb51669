import { ArgsType, Field, ID } from '@nestjs/graphql';
import { ArrayMaxSize, IsOptional, IsString, MaxLength } from 'class-validator';
import { SingleLineText } from '#kernel/text.decorators.js';
import { IsTerm } from '../is-term.decorator.js';

/** Search arguments for lists of organisations and groups. */
@ArgsType()
export class TermSearchArgs {
  /** Ids of terms. A result must match all of them. */
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(12)
  @IsTerm(undefined, { each: true })
  chips?: string[] | null;

  /** Search words that name no term. A result must match all of them. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @SingleLineText(200, { canBeBlank: true })
  words?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string | null;
}
