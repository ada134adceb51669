import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';

/** An internal remark on an application, for those who have written their own review of it. Never for the applicant. */
@Entity()
export class ApplicationNote extends Row {
  @Column('uuid')
  applicationId!: string;

  /** Told to nobody: a note is one's own or a colleague's. Null once that account is gone. */
  @Column('uuid', { nullable: true })
  authorId!: string | null;

  /** The application's when it was written. */
  @Column('int')
  round!: number;

  @Sealed()
  body!: string;
}
