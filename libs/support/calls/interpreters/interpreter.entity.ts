import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** A member who volunteers to interpret calls, under a name that leads to no account and no profile. */
@Entity()
export class Interpreter extends Row {
  @Column('uuid', { unique: true })
  accountId!: string;

  @Column('text')
  name!: string;

  /** Since when the interpreter is offered to nobody, by their own choice; null if they are. */
  @Column('timestamptz', { nullable: true })
  restingSince!: Date | null;
}
