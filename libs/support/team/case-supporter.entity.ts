import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * A supporter of an accepted case besides the one who leads it. The row is the right to read the case, together with the
 * duty, the standing and the absence of a conflict of interest; it is deleted when the part of the supporter ends.
 */
@Entity()
@Unique(['requestId', 'accountId'])
export class CaseSupporter extends Row {
  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  accountId!: string;

  /** Whether the supporter agreed to lead the case when its lead loses it. */
  @Column('boolean')
  wouldLead!: boolean;
}
