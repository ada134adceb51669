import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';

export enum SupportKind {
  technology = 'technology',
  project = 'project',
  community = 'community',
  data = 'data',
  care = 'care',
  archive = 'archive',
  unsure = 'unsure',
}
registerEnumType(SupportKind, { name: 'SupportKind' });

export enum SupportStage {
  waiting = 'waiting',
  claimed = 'claimed',
  accepted = 'accepted',
  declined = 'declined',
  duplicate = 'duplicate',
  withdrawn = 'withdrawn',
  closed = 'closed',
}
registerEnumType(SupportStage, {
  name: 'SupportStage',
  description:
    'waiting: in the queue. claimed: a supporter reads it. accepted: a supporter works on it. declined: refused with a reason. duplicate: continues in another request. withdrawn: by the requester. closed: by the supporter.',
});
export const OPEN_STAGES = [SupportStage.waiting, SupportStage.claimed, SupportStage.accepted];

export enum SupportDeclineReason {
  outside = 'outside',
  capacity = 'capacity',
  elsewhere = 'elsewhere',
  unclear = 'unclear',
  conduct = 'conduct',
  other = 'other',
}
registerEnumType(SupportDeclineReason, {
  name: 'SupportDeclineReason',
  description:
    'outside: not covered by the support. capacity: no suitable supporter now. elsewhere: others do it better. unclear: the need could not be understood. conduct: the requester insulted or threatened the supporter. other.',
});

export enum SupportCloseReason {
  silence = 'silence',
  conduct = 'conduct',
  left = 'left',
}
registerEnumType(SupportCloseReason, {
  name: 'SupportCloseReason',
  description:
    'silence: nothing happened in Trama for 90 days, and no side kept the case open within 30 days of the notice. conduct: the requester insulted or threatened the supporter. left: the requester left, and nobody of their side went on within 30 days.',
});

export const SupportRequestAction = createActionEnum('SupportRequest');

/** The value of `priority` of an urgent request, and of any other. */
export const URGENT = 0;
export const NOT_URGENT = 1;

/**
 * A request for support, and the case that it becomes when a supporter accepts it. `content`, `reply`, `earlierReplies` and
 * `closing` are boxes under `key`; `CaseTextsService` opens them.
 */
@Entity()
export class SupportRequest extends Row {
  @Column('uuid')
  requesterId!: string;

  /** Idempotency key from the requester's device. */
  @Column('uuid')
  sendKey!: string;

  /** `CaseTextsService.hashOf` of the input, to recognise another request with the same `sendKey`. */
  @Column('bytea')
  inputHash!: Buffer;

  /** Six random digits: consecutive numbers would disclose hidden requests. */
  @Column('integer')
  number!: number;

  @Column('text')
  kind!: SupportKind;

  @Column('smallint')
  priority!: number;

  /** Ids of language terms. */
  @Column('text', { array: true })
  languages!: string[];

  @Column('text', { default: SupportStage.waiting })
  stage!: SupportStage;

  /** When the first answer is promised. */
  @Column('timestamptz')
  dueAt!: Date;

  /** When all supporters are reminded of the waiting request; null after that. */
  @Column('timestamptz', { nullable: true })
  remindAt!: Date | null;

  /** When supporters and administrators were notified that the answer is late; null before. */
  @Column('timestamptz', { nullable: true })
  overdueToldAt!: Date | null;

  /** Since when the deadline is on hold, because the requester is asked a question; null while it runs. */
  @Column('timestamptz', { nullable: true })
  askedAt!: Date | null;

  @Column('uuid', { nullable: true })
  assigneeId!: string | null;

  /** When the claim ends; null unless the stage is `claimed`. */
  @Column('timestamptz', { nullable: true })
  claimEndsAt!: Date | null;

  /** The end of the booked introductory call; null without one. The claim of a request with a call lasts longer. */
  @Column('timestamptz', { nullable: true })
  callEndsAt!: Date | null;

  /** Whether the requester chose a call without an interpreter, although one is needed. */
  @Column('boolean', { default: false })
  goesWithoutInterpreter!: boolean;

  /** When the request last returned to the queue, from a claim or after it was accepted; null if never. */
  @Column('timestamptz', { nullable: true })
  returnedAt!: Date | null;

  /** When a supporter last accepted it; null before. */
  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  /** When the case was last accepted, reopened or kept open, or a side wrote or changed its contact, tasks or links. */
  @Column('timestamptz', { default: () => 'now()' })
  activeAt!: Date;

  /** When both sides were notified that the case will be closed because of its silence; null before. */
  @Column('timestamptz', { nullable: true })
  silenceToldAt!: Date | null;

  /** When the requester left the case or lost their standing; null while they take part. It pauses an open case. */
  @Column('timestamptz', { nullable: true })
  leftAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  /** When the requester last reopened the closed case; null if never. */
  @Column('timestamptz', { nullable: true })
  reopenedAt!: Date | null;

  @Column('text', { nullable: true })
  reason!: SupportDeclineReason | null;

  /** Why the case was closed; null if its work was done. */
  @Column('text', { nullable: true })
  closeReason!: SupportCloseReason | null;

  @Column('uuid', { nullable: true })
  duplicateOfId!: string | null;

  /** When something changed that the requester has not seen; null after they opened the page. */
  @Column('timestamptz', { nullable: true })
  newsAt!: Date | null;

  /** When the requester was notified that the case will be destroyed. */
  @Column('timestamptz', { nullable: true })
  warnedAt!: Date | null;

  @SealedColumn()
  key!: string;

  @Column('bytea')
  content!: Buffer;

  @Column('bytea', { nullable: true })
  reply!: Buffer | null;

  /** The replies that were the present one before, earliest first; `endReply` adds them. The conversation shows them. */
  @Column('bytea', { array: true, default: '{}' })
  earlierReplies!: Buffer[];

  @Column('bytea', { nullable: true })
  closing!: Buffer | null;
}
