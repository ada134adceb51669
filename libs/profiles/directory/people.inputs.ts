import { ArgsType, Field, ID, Int, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { SingleLineText } from '#kernel/text.decorators.js';
import { SearchChipList } from './search-chip-list.decorator.js';

/** The order of search results: by overlap with the viewer, or by name. */
export enum PeopleOrder {
  overlap = 'overlap',
  name = 'name',
}
registerEnumType(PeopleOrder, { name: 'PeopleOrder' });

@ArgsType()
export class PeopleArgs {
  /**
   * Ids of terms, optionally prefixed with `seeks:` or `interprets:`. The search finds people who match all of them.
   */
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(12)
  @SearchChipList()
  chips?: string[] | null;

  /** Free search words. The search finds people who match all of them. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @SingleLineText(200, { canBeBlank: true })
  words?: string | null;

  /** The order of the people found, by overlap if omitted. */
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
