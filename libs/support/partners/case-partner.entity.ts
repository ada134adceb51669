import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * A person whom the requester of a case invited to the partner side, or who takes part in it. The row is the right; it is
 * deleted when the part ends.
 */
@Entity()
@Unique(['requestId', 'accountId'])
export class CasePartner extends Row {
  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  accountId!: string;

  /** When an invitation without an answer ends. */
  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  /** The requester cannot tell a declined invitation from one without an answer. */
  @Column('timestamptz', { nullable: true })
  declinedAt!: Date | null;

  /** When the requester last offered the case to this person; null without an offer. */
  @Column('timestamptz', { nullable: true })
  ownershipOfferedAt!: Date | null;
}
