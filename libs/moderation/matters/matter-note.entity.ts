import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';

/** What somebody who moderates writes down in a matter, for whoever has it in hand next. For neither of its sides. */
@Entity()
export class MatterNote extends Row {
  @Column('uuid')
  matterId!: string;

  /** Told to nobody: a note is one's own or a colleague's. Null once that account is gone. */
  @Column('uuid', { nullable: true })
  authorId!: string | null;

  @Sealed()
  body!: string;
}
