import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import type { ReportReason } from '../reports/report.entity.js';

export type SanctionKind = 'warning' | 'contentRemoved' | 'suspension' | 'separation' | 'removal';

/** What moderation did to an account, and why in a reason class. The account is told by a notice. */
@Entity()
export class Sanction extends Row {
  @Column('uuid')
  accountId!: string;

  @Column('uuid', { nullable: true })
  matterId!: string | null;

  /** What was reported and taken away. */
  @Column('uuid', { nullable: true })
  reportId!: string | null;

  @Column('uuid', { nullable: true })
  orderedById!: string | null;

  /** The second person of an act that needs two. */
  @Column('uuid', { nullable: true })
  approvedById!: string | null;

  @Column('text')
  kind!: SanctionKind;

  @Column('text')
  reason!: ReportReason;

  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;

  /** Of a separation: both of its people have a row. */
  @Column('uuid', { nullable: true })
  separationId!: string | null;

  /** Taken back, after an appeal or by a later act. */
  @Column('timestamptz', { nullable: true })
  liftedAt!: Date | null;
}
