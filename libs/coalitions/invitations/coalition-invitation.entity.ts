import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import { DAY } from '#kernel/clock.js';

export const CoalitionInvitationAction = createActionEnum('CoalitionInvitation');

export const COALITION_INVITATION_DURATION = 14 * DAY;
/** The highest number of invitations of a coalition that have not expired. */
export const MAX_COALITION_INVITATIONS = 20;

/** An invitation to become a participant, as the coalition stewards see it: without its outcome. */
@Entity()
@ObjectType()
export class CoalitionInvitation extends Row {
  @Field(() => GraphQLISODateTime)
  override createdAt!: Date;

  @Column('uuid')
  coalitionId!: string;

  /** The account of the coalition steward who made the invitation. */
  @Column('uuid')
  makerId!: string;

  /** Exactly one of `groupId`, `organisationId` and `tokenHash` is set. */
  @Column('uuid', { nullable: true })
  groupId!: string | null;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  /** The hash of a link's secret. */
  @Column('bytea', { nullable: true })
  tokenHash!: Buffer | null;

  /** When the invitation became usable; null while it waits for approval. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  approvedAt!: Date | null;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  declinedAt!: Date | null;

  /** The row of a withdrawn invitation stays until it expires, and counts: otherwise notices had no limit. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  /** The participant that accepted. While the row exists, a repeated acceptance gets the same response. */
  @Column('uuid', { nullable: true })
  participantId!: string | null;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;

  /** The account that accepted. */
  @Column('uuid', { nullable: true })
  usedById!: string | null;
}
