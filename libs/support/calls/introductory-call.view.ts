import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { SupportRequestAction } from '../requests/support-request.entity.js';
import { CallCancelReason, CallOutcome, CallSide, CallState } from './introductory-call.entity.js';

/** A free time for a call. It does not say whose it is. */
@ObjectType('CallTime')
export class CallTimeView {
  @Field(() => GraphQLISODateTime)
  startsAt!: Date;

  /** IANA name of the zone of the supporter. */
  @Field(() => String)
  zone!: string;
}

@ObjectType('CallTimes')
export class CallTimesView {
  @Field(() => [CallTimeView])
  times!: CallTimeView[];

  /** From when on one can look for later times; null if there are none. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  laterFrom!: Date | null;
}

/** A call, as its requester and its supporter see it. */
@ObjectType('IntroductoryCall')
export class IntroductoryCallView {
  @Field(() => ID)
  requestId!: string;

  /** The number of the request. */
  @Field(() => Int)
  number!: number;

  @Field(() => CallSide)
  viewerSide!: CallSide;

  @Field(() => GraphQLISODateTime)
  startsAt!: Date;

  @Field(() => GraphQLISODateTime)
  endsAt!: Date;

  /** IANA names of the zones whose cities are shown. */
  @Field(() => String)
  requesterZone!: string;

  @Field(() => String)
  supporterZone!: string;

  @Field(() => CallState)
  state!: CallState;

  @Field(() => CallSide, { nullable: true })
  endedBy!: CallSide | null;

  @Field(() => CallCancelReason, { nullable: true })
  cancelReason!: CallCancelReason | null;

  @Field(() => CallOutcome, { nullable: true })
  outcome!: CallOutcome | null;

  /** The work name of the supporter. */
  @Field(() => String, { nullable: true })
  supporterName!: string | null;

  /** The name of the interpreter; null for a call without one. */
  @Field(() => String, { nullable: true })
  interpreterName!: string | null;

  @Field(() => Boolean)
  hasLink!: boolean;

  /** For the requester null outside of the time in which it is shown. */
  @Field(() => String, { nullable: true })
  link!: string | null;

  @Field(() => GraphQLISODateTime)
  linkShownFrom!: Date;

  @Field(() => GraphQLISODateTime)
  linkShownUntil!: Date;

  /** The call as an iCalendar file, with a neutral title and nothing else. */
  @Field(() => String)
  calendarFile!: string;

  @Field(() => [SupportRequestAction])
  viewerCan!: string[];
}
