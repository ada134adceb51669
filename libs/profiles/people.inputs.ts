import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { Line } from '#kernel/text.decorators.js';
import { AreChips } from './is-chip.decorator.js';

@ArgsType()
export class PeopleArgs {
  /** Ids of terms, bare or under `seeks:` or `interprets:`; each must be found. */
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(12)
  @AreChips()
  chips?: string[] | null;

  /** Words that name no term; each must be found. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @Line(200, { canBeBlank: true })
  words?: string | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  first?: number | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string | null;
}
