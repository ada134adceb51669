import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsString } from 'class-validator';
import { SingleLineText } from '#kernel/text.decorators.js';
import { SearchChipList } from '../directory/search-chip-list.decorator.js';

const NAME = 60;

@InputType()
export class SaveSearchInput {
  @Field(() => String)
  @SingleLineText(NAME)
  name!: string;

  /** The chips of the saved search: ids of terms, optionally with a prefix. */
  @Field(() => [ID])
  @ArrayMaxSize(12)
  @SearchChipList()
  chips!: string[];

  @Field(() => String)
  @SingleLineText(200, { canBeBlank: true })
  words!: string;
}

@InputType()
export class RenameSavedSearchInput {
  @Field(() => ID)
  @IsString()
  savedSearchId!: string;

  @Field(() => String)
  @SingleLineText(NAME)
  name!: string;
}
