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

  /** Since when every run failed; null while they go well. */
  @Column('timestamptz', { nullable: true })
  failingSince!: Date | null;
}
