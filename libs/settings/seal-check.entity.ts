import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The single row by which a start recognises the seal key of the first start. It contains nothing of people. */
@Entity()
export class SealCheck {
  @PrimaryColumn('boolean', { default: true })
  isOnly!: boolean;

  /** A sealed box of a constant. */
  @Column('bytea')
  box!: Buffer;
}
