import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * An entry of the stewards' list of sent invitations. It stays until the invitation expires, whatever the member
 * answers. Only `group_invitation`, which stewards cannot read, shows whether the invitation reached the member.
 */
@Entity()
export class SentGroupInvitation extends Row {
  @Column('uuid')
  groupId!: string;

  @Column('uuid')
  invitedId!: string;

  /** The membership of the steward who last sent the invitation; null after the membership was deleted. */
  @Column('uuid', { nullable: true })
  senderId!: string | null;

  @Column('timestamptz')
  expiresAt!: Date;
}
