import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * A supporter who claimed a request. It causes a conflict of interest with the requester (view `tie`) and outlives the
 * case, so `requestId` may name a destroyed one.
 */
@Entity()
@Unique(['requestId', 'supporterId'])
export class CaseAssignment extends Row {
  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  supporterId!: string;

  /** Null once a requester without an account is deleted. */
  @Column('uuid', { nullable: true })
  requesterId!: string | null;

  /** The latest end of the claim, also if it is renewed; null once the supporter accepted it. */
  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;

  /** Whether the supporter leads the case, or holds the claim; false for the other supporters of a case. */
  @Column('boolean', { default: true })
  isLead!: boolean;

  /** When the last opening of the content was audited. */
  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  /** When the requester answered a question, until the supporter opens the content; else null. */
  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** When the last opening by reading a thread was audited. It does not count as having read the content. */
  @Column('timestamptz', { nullable: true })
  threadOpenedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Whether the supporter ended it because of the requester's conduct; then they see no other request of theirs. */
  @Column('boolean', { default: false })
  isForConduct!: boolean;
}
