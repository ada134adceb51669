import { Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsString } from 'class-validator';
import { MultiLineText } from '#kernel/text.decorators.js';
import { CalendarDay } from '../requests/deadlines/calendar-day.decorator.js';

const MAX_TASK_LENGTH = 500;

@InputType()
export class AddCaseTaskInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  @Field(() => String)
  @MultiLineText(MAX_TASK_LENGTH)
  text!: string;

  /** The id of the work name of a supporter of the case; null if nobody does it yet. */
  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsString()
  supporterId?: string | null;

  /** The day by which it should be done: `2026-12-25`. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @CalendarDay()
  dueOn?: string | null;
}

@InputType()
export class EditCaseTaskInput extends AddCaseTaskInput {
  @Field(() => ID)
  @IsString()
  taskId!: string;

  /** `readAs` of the task as the client shows it. */
  @Field(() => String)
  @IsString()
  readAs!: string;
}

@InputType()
export class CaseTaskInput {
  @Field(() => ID)
  @IsString()
  requestId!: string;

  @Field(() => ID)
  @IsString()
  taskId!: string;
}

@InputType()
export class MarkCaseTaskInput extends CaseTaskInput {
  /** Whether it is done; false opens it again. */
  @Field(() => Boolean)
  @IsBoolean()
  isDone!: boolean;
}
