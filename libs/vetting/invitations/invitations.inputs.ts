import { Field, InputType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { Language } from '#kernel/language.js';
import { Line } from '#kernel/text.decorators.js';

@InputType()
export class InvitationInput {
  /** The language in which the invited person begins. */
  @Field(() => Language)
  @IsEnum(Language)
  language!: Language;

  /** Who knows the invited person: they see it, may change it, and send it as their own answer. */
  @Field(() => String)
  @Line(200)
  note!: string;
}
