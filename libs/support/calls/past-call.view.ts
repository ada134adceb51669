import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { CallOutcome, CallSide, CallState } from './introductory-call.entity.js';

/** A call that has ended or was cancelled, with what it led to. */
@ObjectType()
export class PastCall {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  startsAt!: Date;

  /** IANA names of the zones whose cities are shown. */
  @Field(() => String)
  requesterZone!: string;

  @Field(() => String)
  supporterZone!: string;

  @Field(() => CallState)
  state!: CallState;

  @Field(() => CallSide, { nullable: true })
  endedBy!: CallSide | null;

  @Field(() => CallOutcome, { nullable: true })
  outcome!: CallOutcome | null;
}
