import { ArgsType, Field } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { Language } from '#kernel/language.js';
import { SingleLineText } from '#kernel/text.decorators.js';

@ArgsType()
export class RecogniseTermsArgs {
  @Field()
  @SingleLineText(200, { canBeBlank: true })
  text!: string;

  @Field(() => Language)
  @IsEnum(Language)
  language!: Language;
}
