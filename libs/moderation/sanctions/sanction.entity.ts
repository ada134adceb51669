import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import type { ReportReason } from '../reports/report.entity.js';

export type SanctionKind = 'warning' | 'contentRemoved' | 'suspension' | 'separation' | 'removal';

/** A measure of moderation against an account, with its reason class. A notice informs the account. */
@Entity()
export class Sanction extends Row {
  @Column('uuid')
  accountId!: string;

  @Column('uuid', { nullable: true })
  matterId!: string | null;

  /** The report whose content was removed. */
  @Column('uuid', { nullable: true })
  reportId!: string | null;

  @Column('uuid', { nullable: true })
  orderedById!: string | null;

  /** The second moderator of an act that needs two. */
  @Column('uuid', { nullable: true })
  approvedById!: string | null;

  @Column('text')
  kind!: SanctionKind;

  @Column('text')
  reason!: ReportReason;

  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;

  /** The separation that this sanction is part of. Each of the two members has a sanction row. */
  @Column('uuid', { nullable: true })
  separationId!: string | null;

  /** When an appeal or a later act lifted the sanction. */
  @Column('timestamptz', { nullable: true })
  liftedAt!: Date | null;
}
