import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DutyName } from '#members/duty.entity.js';

/** Why a supporter opened the content; the reason class in the audit log. */
export enum CaseOpeningReason {
  triage = 'triage',
  work = 'work',
  handover = 'handover',
}
registerEnumType(CaseOpeningReason, {
  name: 'CaseOpeningReason',
  description:
    'triage: to answer the claimed request. work: to work on the accepted case. handover: to answer it after another supporter had opened it.',
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

  /** The work name of the supporter, if the requester knows it because this supporter accepted the request. */
  @Field(() => String, { nullable: true })
  supporterName!: string | null;
}
