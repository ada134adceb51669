import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * A person inside a case: messages of its threads show the id and the name of their author's participation, and neither
 * the account nor the profile. It stays when the person's part in the case ends, so that their messages keep their name.
 */
@Entity()
export class Participation extends Row {
  @Column('uuid')
  caseId!: string;

  /** Null after the account was deleted. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  /** A box under the key of the case with the name that the person had when they began; null for the requester. */
  @Column('bytea', { nullable: true })
  name!: Buffer | null;

  /** Whether the person takes part as a supporter. The same account can have another part before or after it. */
  @Column('boolean', { default: false })
  isSupporter!: boolean;

  /** Whether the person takes part as an outside helper, who reads one thread and knows no side. */
  @Column('boolean', { default: false })
  isOutside!: boolean;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
