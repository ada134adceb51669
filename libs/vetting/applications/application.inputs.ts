import { Field, ID, InputType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsEnum,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { Language } from '#kernel/language.js';
import { SingleLineText, NameText, MultiLineText } from '#kernel/text.decorators.js';
import { IsTerm, IsTerritory } from '#taxonomy/is-term.decorator.js';
import {
  VERIFICATION_KINDS,
  type VerificationKind,
  SKIPPABLE_QUESTIONS,
  type SkippableQuestion,
} from './application-answers.js';

export const CONTACT_METHODS = ['email', 'here'] as const;
/** How the applicant is notified: by mail, or only on the status page. */
export type ContactMethod = (typeof CONTACT_METHODS)[number];

export const MAX_ANSWER_LENGTH = 3_000;

/** A complete application. The step-by-step pages and the long form send the same. */
@InputType()
export class ApplicationInput {
  @Field(() => Language)
  @IsEnum(Language)
  language!: Language;

  @Field(() => String)
  @NameText(60)
  name!: string;

  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @ArrayMaxSize(10)
  @IsTerm('language', { each: true })
  languages: string[] = [];

  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @IsTerm('practice', { each: true })
  practices: string[] = [];

  @Field(() => String, { defaultValue: '' })
  @MultiLineText(1_500, { canBeBlank: true })
  work = '';

  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @IsTerm('issue', { each: true })
  issueAreas: string[] = [];

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsTerritory(['country'])
  country?: string | null;

  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @IsTerritory(['shared'], { each: true })
  sharedTerritories: string[] = [];

  @Field(() => String, { defaultValue: '' })
  @MultiLineText(1_500, { canBeBlank: true })
  hopes = '';

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(VERIFICATION_KINDS)
  knownKind?: VerificationKind | null;

  @Field(() => String, { defaultValue: '' })
  @MultiLineText(1_000, { canBeBlank: true })
  known = '';

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsIn(CONTACT_METHODS)
  reach?: ContactMethod | null;

  @Field(() => String, { nullable: true })
  @ValidateIf((input: ApplicationInput) => input.reach === 'email')
  @MaxLength(254)
  @IsEmail()
  email?: string | null;

  @Field(() => String, { nullable: true })
  @ValidateIf(({ reach, password }: ApplicationInput) => reach === 'email' && Boolean(password))
  @MaxLength(512)
  password?: string | null;

  /** Questions answered with "I prefer not to say". */
  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @IsIn(SKIPPABLE_QUESTIONS, { each: true })
  unsaid: SkippableQuestion[] = [];

  /** Invitation code, valid for one applicant. Every invalid code gets the same error. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  invitation?: string | null;

  /**
   * A secret of the client for this application. With it the server recognises the same application after a lost
   * response.
   */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @SingleLineText(100)
  sendKey?: string | null;
}

@InputType('AppealInput')
export class ApplicationAppealInput {
  @Field(() => ID)
  @IsString()
  applicationId!: string;

  /** The applicant's reasons for the appeal. */
  @Field(() => String)
  @MultiLineText(MAX_ANSWER_LENGTH)
  words!: string;
}

@InputType()
export class AnswerQuestionInput {
  @Field(() => ID)
  @IsString()
  applicationId!: string;

  @Field(() => String)
  @MultiLineText(MAX_ANSWER_LENGTH)
  answer!: string;
}
