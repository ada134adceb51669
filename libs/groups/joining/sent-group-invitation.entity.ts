import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * An entry of the stewards' list of sent invitations, until the invitation expires and whatever the answer. Whether it
 * reached the member is only in `group_invitation`, which stewards cannot read.
 */
@Entity()
export class SentGroupInvitation extends Row {
  @Column('uuid')
  groupId!: string;

  @Column('uuid')
  invitedId!: string;

  /** The membership of the steward who sent it last; null after it was deleted. */
  @Column('uuid', { nullable: true })
  senderId!: string | null;

  @Column('timestamptz')
  expiresAt!: Date;
}
