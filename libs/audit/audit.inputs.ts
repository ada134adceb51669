import { Field, GraphQLISODateTime, InputType } from '@nestjs/graphql';
import { IsDate, IsEnum, IsOptional, IsUUID } from 'class-validator';
import { Line } from '#kernel/text.decorators.js';
import { DutyName } from '#members/duty.entity.js';

const MAX_VERB = 60;

/** Which entries an auditor looks at; what is left out does not matter. */
@InputType()
export class AuditFilter {
  @Field(() => DutyName, { nullable: true })
  @IsOptional()
  @IsEnum(DutyName)
  duty?: DutyName | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Line(MAX_VERB)
  action?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Line(MAX_VERB)
  subjectType?: string | null;

  /** From this moment on. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @IsOptional()
  @IsDate()
  from?: Date | null;

  /** Before this moment. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @IsOptional()
  @IsDate()
  to?: Date | null;

  /** As it stands in entries. It names no row: nothing is looked up by it but entries. */
  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsUUID()
  actorId?: string | null;
}
