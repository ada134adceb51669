import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsString, Max, Min } from 'class-validator';
import { Blockable } from '#introductions/authors.service.js';
import { Paragraphs } from '#kernel/text.decorators.js';
import { ReportReason } from './report.entity.js';

@InputType()
export class ReportInput {
  @Field(() => Blockable)
  @IsEnum(Blockable)
  subject!: Blockable;

  @Field(() => ID)
  @IsString()
  subjectId!: string;

  @Field(() => ReportReason)
  @IsEnum(ReportReason)
  reason!: ReportReason;

  @Field(() => String, { defaultValue: '' })
  @Paragraphs(2_000, { canBeBlank: true })
  note!: string;
}

@InputType()
export class HandMatterInput {
  @Field(() => ID)
  @IsString()
  matterId!: string;

  @Field(() => ID)
  @IsString()
  personId!: string;
}

@InputType()
export class SuspendInput {
  @Field(() => ID)
  @IsString()
  matterId!: string;

  @Field(() => ReportReason)
  @IsEnum(ReportReason)
  reason!: ReportReason;

  @Field(() => Int)
  @IsInt()
  @Min(1)
  @Max(72)
  hours!: number;
}
