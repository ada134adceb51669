import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last run of a data class and its result. */
@Entity()
export class DataClassRun {
  @PrimaryColumn('text')
  name!: string;

  /** The time of the last successful run of the data class; null if there was none. */
  @Column('timestamptz', { nullable: true })
  ranAt!: Date | null;

  /** The number of rows that the last successful run destroyed. */
  @Column('integer', { default: 0 })
  count!: number;

  /** The time since which every run failed or was held back; null after a successful run. */
  @Column('timestamptz', { nullable: true })
  failingSince!: Date | null;

  /** The time of the last run, whether it succeeded or failed. */
  @Column('timestamptz', { nullable: true })
  triedAt!: Date | null;

  /**
   * The time since which scheduled runs are held back, because no run happened for a long time; null after the next
   * run.
   */
  @Column('timestamptz', { nullable: true })
  heldSince!: Date | null;
}
