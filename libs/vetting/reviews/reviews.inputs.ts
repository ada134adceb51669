import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsArray, IsEnum, IsOptional, IsString } from 'class-validator';
import { SingleLineText, MultiLineText } from '#kernel/text.decorators.js';
import { ReasonClass, Recommendation } from './review.entity.js';

/** Maximum length of a question to an applicant. */
export const MAX_APPLICANT_QUESTION_LENGTH = 1_500;

@InputType()
export class ReviewInput {
  @Field(() => ID)
  @IsString()
  applicationId!: string;

  @Field(() => Recommendation)
  @IsEnum(Recommendation)
  recommendation!: Recommendation;

  /** Keys of the checklist items that the reviewer checked. */
  @Field(() => [String])
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  checks!: string[];

  @Field(() => String)
  @MultiLineText(2_000)
  reason!: string;

  /** The reason class of a decline; omitted for any other recommendation. */
  @Field(() => ReasonClass, { nullable: true })
  @IsOptional()
  @IsEnum(ReasonClass)
  reasonClass?: ReasonClass | null;

  /**
   * Hash of the application's state as the reviewer read it. If the state has changed, the mutation fails with
   * CONFLICT.
   */
  @Field(() => String)
  @SingleLineText(64)
  readAs!: string;
}

@InputType()
export class AskApplicantInput {
  @Field(() => ID)
  @IsString()
  applicationId!: string;

  @Field(() => String)
  @MultiLineText(MAX_APPLICANT_QUESTION_LENGTH)
  question!: string;
}

@InputType('NoteInput')
export class ApplicationNoteInput {
  @Field(() => ID)
  @IsString()
  applicationId!: string;

  @Field(() => String)
  @MultiLineText(2_000)
  body!: string;
}

@InputType('DecideInput')
export class DecideApplicationInput {
  @Field(() => ID)
  @IsString()
  applicationId!: string;

  @Field(() => Recommendation)
  @IsEnum(Recommendation)
  outcome!: Recommendation;

  /** The reason class of a decline. For any other outcome the client omits it and `words`. */
  @Field(() => ReasonClass, { nullable: true })
  @IsOptional()
  @IsEnum(ReasonClass)
  reasonClass?: ReasonClass | null;

  @Field(() => String, { defaultValue: '' })
  @MultiLineText(2_000, { canBeBlank: true })
  words = '';

  @Field(() => String)
  @SingleLineText(64)
  readAs!: string;
}
