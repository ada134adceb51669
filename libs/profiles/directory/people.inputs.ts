import { ArgsType, Field, ID, Int, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { Line } from '#kernel/text.decorators.js';
import { AreChips } from './is-chip.decorator.js';

/** Who comes first: whoever has most in common with the one who looks, or by name. */
export enum PeopleOrder {
  overlap = 'overlap',
  name = 'name',
}
registerEnumType(PeopleOrder, { name: 'PeopleOrder' });

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

  /** By what is in common, unless told. */
  @Field(() => PeopleOrder, { nullable: true })
  @IsOptional()
  @IsEnum(PeopleOrder)
  order?: PeopleOrder | null;

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
