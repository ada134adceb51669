import { Field, InputType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { Language } from '#kernel/language.js';
import { SingleLineText } from '#kernel/text.decorators.js';

@InputType('InvitationInput')
export class ApplicationInvitationInput {
  /** The language of the page that the link opens. */
  @Field(() => Language)
  @IsEnum(Language)
  language!: Language;

  /**
   * How the inviter knows the invited person. Prefills an answer of the application; the applicant sees it and may
   * change it.
   */
  @Field(() => String)
  @SingleLineText(200)
  note!: string;
}
