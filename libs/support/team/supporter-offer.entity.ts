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

  /** When the requester agreed, so that the supporter need not wait; null before. */
  @Column('timestamptz', { nullable: true })
  agreedAt!: Date | null;
}
