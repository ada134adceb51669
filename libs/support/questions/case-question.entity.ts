import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * A question to the requester before their request is answered. It names no supporter: the requester does not learn who
 * reads the request.
 */
@Entity()
export class CaseQuestion extends Row {
  @Column('uuid')
  requestId!: string;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** A text, encrypted with the key of the request by `QuestionTexts`. */
  @Column('bytea')
  question!: Buffer;

  /** Like `question`; null until the requester answers. */
  @Column('bytea', { nullable: true })
  answer!: Buffer | null;
}
