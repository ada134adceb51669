import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsOptional, IsString } from 'class-validator';
import { Line, Name, Paragraphs } from '#kernel/text.decorators.js';
import { IsTerm } from '#taxonomy/is-term.decorator.js';

/** One of the six tints behind initials; nothing: the one that the id gives. */
const COLOURS = ['', '1', '2', '3', '4', '5', '6'];

/** What a member is called and says in one group only. */
@InputType()
export class PersonaInput {
  @Field(() => ID)
  @IsString()
  membershipId!: string;

  /** Null: the name of the profile again; then the rest counts for nothing. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @Name(60)
  name!: string | null;

  @Field(() => String, { defaultValue: '' })
  @IsIn(COLOURS)
  colour!: string;

  @Field(() => String, { defaultValue: '' })
  @Line(40, { canBeBlank: true })
  pronouns!: string;

  @Field(() => String, { defaultValue: '' })
  @Paragraphs(600, { canBeBlank: true })
  about!: string;

  @Field(() => [ID], { defaultValue: [] })
  @ArrayMaxSize(8)
  @IsTerm('practice', { each: true })
  practices!: string[];
}
