import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DutyName } from '#members/duty.entity.js';

/** Why a supporter opened the content; the reason class in the audit log. */
export enum CaseOpeningReason {
  triage = 'triage',
  work = 'work',
}
registerEnumType(CaseOpeningReason, {
  name: 'CaseOpeningReason',
  description: 'triage: to answer the claimed request. work: to work on the accepted case.',
});

/**
 * One time at which the content of a request or case was opened: at most one per supporter in 24 hours, and one more
 * after each return to the queue.
 */
@ObjectType('SupportOpening')
export class CaseOpening {
  @Field(() => GraphQLISODateTime)
  openedAt!: Date;

  /** The duty that allowed it. */
  @Field(() => DutyName)
  duty!: DutyName;

  @Field(() => CaseOpeningReason)
  reason!: CaseOpeningReason;

  /** The work name of the supporter who works on the accepted case; null for other openings. */
  @Field(() => String, { nullable: true })
  supporterName!: string | null;
}
