import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * That a steward invited somebody, for as long as an invitation can be answered, whatever became of it. Whether it reached
 * them is in `group_invitation`, which no steward is shown.
 */
@Entity()
export class SentGroupInvitation extends Row {
  @Column('uuid')
  groupId!: string;

  @Column('uuid')
  invitedId!: string;

  /** The membership of the steward who sent it last; null once it is gone. */
  @Column('uuid', { nullable: true })
  senderId!: string | null;

  @Column('timestamptz')
  expiresAt!: Date;
}
