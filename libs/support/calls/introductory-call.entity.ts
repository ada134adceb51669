import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

export enum CallState {
  booked = 'booked',
  cancelled = 'cancelled',
  missed = 'missed',
  held = 'held',
}
registerEnumType(CallState, {
  name: 'CallState',
  description:
    'booked: it will take place, or waits for its outcome. cancelled: it does not take place. missed: a side did not come. held: it took place.',
});

/** A side of a call; `system`: the call ended with its case or with the assignment. */
export enum CallSide {
  requester = 'requester',
  supporter = 'supporter',
  system = 'system',
}
registerEnumType(CallSide, {
  name: 'CallSide',
  description: 'system: the call ended with its case, or because its supporter left the case.',
});

export enum CallCancelReason {
  time = 'time',
  unwell = 'unwell',
  safety = 'safety',
  notNeeded = 'notNeeded',
  other = 'other',
}
registerEnumType(CallCancelReason, {
  name: 'CallCancelReason',
  description:
    'time: the time does not fit. unwell: ill or overburdened. safety: it is not safe to talk then. notNeeded: the call is not needed. other.',
});

export enum CallOutcome {
  lightTouch = 'lightTouch',
  matchbox = 'matchbox',
  referred = 'referred',
  notNow = 'notNow',
}
registerEnumType(CallOutcome, {
  name: 'CallOutcome',
  description:
    'lightTouch: short support. matchbox: intensive support is proposed. referred: others help better. notNow: the requester can ask again later.',
});

/**
 * A call of a requester and a supporter about a request. Nobody has two at a time, as a supporter or as an interpreter: a
 * trigger writes the time of both into `call_attendance`, and a constraint of that table prevents it.
 */
@Entity()
@Unique(['requestId', 'bookKey'])
export class IntroductoryCall extends Row {
  @Column('uuid')
  requestId!: string;

  /** The requester at the time of the booking, whose zone this is; null if they deleted their account after a handover. */
  @Column('uuid', { nullable: true })
  requesterId!: string | null;

  @Column('uuid')
  supporterId!: string;

  /** The account of the interpreter; null for a call without one. */
  @Column('uuid', { nullable: true })
  interpreterId!: string | null;

  /** Idempotency key from the device that booked. */
  @Column('uuid')
  bookKey!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  /** The end of the buffer after the call, of the longer one with an interpreter. */
  @Column('timestamptz')
  blockedUntil!: Date;

  /** The zones whose cities are shown for both sides. */
  @Column('text')
  requesterZone!: string;

  @Column('text')
  supporterZone!: string;

  @Column('text', { default: CallState.booked })
  state!: CallState;

  /** The side that cancelled the call, reported that the other side did not come, or recorded the outcome. */
  @Column('text', { nullable: true })
  endedBy!: CallSide | null;

  @Column('text', { nullable: true })
  cancelReason!: CallCancelReason | null;

  @Column('text', { nullable: true })
  outcome!: CallOutcome | null;

  /** A box under the key of the request. */
  @Column('bytea', { nullable: true })
  link!: Buffer | null;

  /** When both sides were reminded a day before; also set if the call was booked later than that. */
  @Column('timestamptz', { nullable: true })
  dayRemindedAt!: Date | null;

  /** The same for an hour before. */
  @Column('timestamptz', { nullable: true })
  hourRemindedAt!: Date | null;
}
