import { Field, InputType } from '@nestjs/graphql';
import { IsEnum, IsString } from 'class-validator';
import { Language } from '#kernel/language.js';
import { SingleLineText } from '#kernel/text.decorators.js';

@InputType()
export class AddTermWordInput {
  @Field(() => String)
  @IsString()
  term!: string;

  @Field(() => Language)
  @IsEnum(Language)
  language!: Language;

  @Field(() => String)
  @SingleLineText(60)
  word!: string;
}
