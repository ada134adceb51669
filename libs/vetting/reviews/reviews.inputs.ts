import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsArray, IsEnum, IsOptional, IsString } from 'class-validator';
import { Line, Paragraphs } from '#kernel/text.decorators.js';
import { ReasonClass, Recommendation } from './review.entity.js';

/** A question to an applicant. */
export const MAX_QUESTION = 1_500;

@InputType()
export class ReviewInput {
  @Field(() => ID)
  @IsString()
  applicationId!: string;

  @Field(() => Recommendation)
  @IsEnum(Recommendation)
  recommendation!: Recommendation;

  /** Keys of the checklist. */
  @Field(() => [String])
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  checks!: string[];

  @Field(() => String)
  @Paragraphs(2_000)
  reason!: string;

  /** With a decline. */
  @Field(() => ReasonClass, { nullable: true })
  @IsOptional()
  @IsEnum(ReasonClass)
  reasonClass?: ReasonClass | null;

  /** The application as the writer read it; another answer came meanwhile: CONFLICT. */
  @Field(() => String)
  @Line(64)
  readAs!: string;
}

@InputType()
export class AskApplicantInput {
  @Field(() => ID)
  @IsString()
  applicationId!: string;

  @Field(() => String)
  @Paragraphs(MAX_QUESTION)
  question!: string;
}

@InputType()
export class NoteInput {
  @Field(() => ID)
  @IsString()
  applicationId!: string;

  @Field(() => String)
  @Paragraphs(2_000)
  body!: string;
}

@InputType()
export class DecideInput {
  @Field(() => ID)
  @IsString()
  applicationId!: string;

  @Field(() => Recommendation)
  @IsEnum(Recommendation)
  outcome!: Recommendation;

  /** With a decline: the class, and the text that the applicant is told. */
  @Field(() => ReasonClass, { nullable: true })
  @IsOptional()
  @IsEnum(ReasonClass)
  reasonClass?: ReasonClass | null;

  @Field(() => String, { defaultValue: '' })
  @Paragraphs(2_000, { canBeBlank: true })
  words = '';

  @Field(() => String)
  @Line(64)
  readAs!: string;
}
