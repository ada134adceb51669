import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';
import { ReopeningOpinion } from './reopening.entity.js';

/** Somebody who vets reads a reopening now, or has said what they think of it: then it ends no more. */
@Entity()
@Unique(['reopeningId', 'accountId'])
export class ReopeningSeat extends Row {
  @Column('uuid')
  reopeningId!: string;

  @Column('uuid')
  accountId!: string;

  /** Null once they have said it. */
  @Column('timestamptz', { nullable: true })
  endsAt!: Date | null;

  @Column('text', { nullable: true })
  says!: ReopeningOpinion | null;

  @Sealed({ nullable: true })
  words!: string | null;
}
