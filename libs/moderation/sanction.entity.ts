import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** What moderation did to an account, and why in a reason class. */
@Entity()
export class Sanction extends Row {
  @Column('uuid')
  accountId!: string;

  @Column('uuid', { nullable: true })
  matterId!: string | null;

  @Column('uuid', { nullable: true })
  orderedById!: string | null;

  @Column('text')
  kind!: 'suspension' | 'contentRemoved';

  @Column('text')
  reason!: string;

  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;
}
