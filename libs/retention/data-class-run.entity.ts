import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last run of a data class and its result. */
@Entity()
export class DataClassRun {
  @PrimaryColumn('text')
  name!: string;

  /** The last successful run; null if there was none. */
  @Column('timestamptz', { nullable: true })
  ranAt!: Date | null;

  /** The number of rows that the last successful run destroyed. */
  @Column('integer', { default: 0 })
  count!: number;

  /** Since when all runs failed or were held back; null after a successful run. */
  @Column('timestamptz', { nullable: true })
  failingSince!: Date | null;

  /** The last run, successful or failed. */
  @Column('timestamptz', { nullable: true })
  triedAt!: Date | null;

  /** Since when scheduled runs are held back because there was no run for a long time; null after the next run. */
  @Column('timestamptz', { nullable: true })
  heldSince!: Date | null;
}
