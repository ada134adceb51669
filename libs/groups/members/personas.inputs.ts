import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsOptional, IsString } from 'class-validator';
import { SingleLineText, NameText, MultiLineText } from '#kernel/text.decorators.js';
import { IsTerm } from '#taxonomy/is-term.decorator.js';

/** Colours behind the initials; empty for the colour derived from the id. */
const COLOURS = ['', '1', '2', '3', '4', '5', '6'];

/** Name and text of a member in one group only. */
@InputType()
export class PersonaInput {
  @Field(() => ID)
  @IsString()
  membershipId!: string;

  /** Null returns to the profile's name and clears the other fields. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @NameText(60)
  name!: string | null;

  @Field(() => String, { defaultValue: '' })
  @IsIn(COLOURS)
  colour!: string;

  @Field(() => String, { defaultValue: '' })
  @SingleLineText(40, { canBeBlank: true })
  pronouns!: string;

  @Field(() => String, { defaultValue: '' })
  @MultiLineText(600, { canBeBlank: true })
  about!: string;

  @Field(() => [ID], { defaultValue: [] })
  @ArrayMaxSize(8)
  @IsTerm('practice', { each: true })
  practices!: string[];
}
