import { Field, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { MailFrequency } from './notification-choice.entity.js';

const LAST_MINUTE = 24 * 60 - 1;

@InputType()
export class ChooseNotificationsInput {
  @Field(() => MailFrequency)
  @IsEnum(MailFrequency)
  mails!: MailFrequency;

  /** Minutes after midnight. Set both, or neither for no quiet hours. */
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LAST_MINUTE)
  quietFrom?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LAST_MINUTE)
  quietTo?: number | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  timeZone?: string | null;
}
