import { Field, GraphQLISODateTime, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsUUID } from 'class-validator';
import { Moment, SingleLineText } from '#kernel/text.decorators.js';
import { DutyName } from '#members/duty.entity.js';

const MAX_VERB = 60;

/** Filters audit entries. An omitted field does not filter. */
@InputType()
export class AuditFilter {
  @Field(() => DutyName, { nullable: true })
  @IsOptional()
  @IsEnum(DutyName)
  duty?: DutyName | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @SingleLineText(MAX_VERB)
  action?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @SingleLineText(MAX_VERB)
  subjectType?: string | null;

  /** The beginning of the period, inclusive. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @IsOptional()
  @Moment()
  from?: Date | null;

  /** The end of the period, exclusive. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @IsOptional()
  @Moment()
  to?: Date | null;

  /**
   * The id of the account that used the power. It is only compared with the entries; the account itself is not loaded.
   */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsUUID()
  actorId?: string | null;
}
