import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/** The lead of a case asks another supporter to join it or to take it over. It gives no right to read anything. */
@Entity()
@Unique(['requestId', 'accountId'])
export class SupporterOffer extends Row {
  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  accountId!: string;

  /** Whether the supporter becomes the lead, and the present one leaves; otherwise the supporter joins. */
  @Column('boolean')
  takesOver!: boolean;

  /** From when on the supporter can accept. */
  @Column('timestamptz')
  acceptableAt!: Date;

  /** When the requester agreed, so that the supporter need not wait; null before. */
  @Column('timestamptz', { nullable: true })
  agreedAt!: Date | null;

  /** When the supporter was notified that they can accept; null before. */
  @Column('timestamptz', { nullable: true })
  toldAt!: Date | null;

  /** When it ended without an acceptance, for any reason; null while it is open. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
