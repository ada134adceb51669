import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a data class last came to its end, and how it went. */
@Entity()
export class DataClassRun {
  @PrimaryColumn('text')
  name!: string;

  /** Null until a run went well. */
  @Column('timestamptz', { nullable: true })
  ranAt!: Date | null;

  /** How much that run destroyed. */
  @Column('integer', { default: 0 })
  count!: number;

  /** Since when every run failed, or none was made because the class is held; null while they go well. */
  @Column('timestamptz', { nullable: true })
  failingSince!: Date | null;

  /** The last run, whether it went well or failed. */
  @Column('timestamptz', { nullable: true })
  triedAt!: Date | null;

  /** Since when runs by the clock wait, after a time without any; null once one was made. */
  @Column('timestamptz', { nullable: true })
  heldSince!: Date | null;
}
