import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/** One of the two members of a suggestion, and their answer. */
@Entity()
@Unique(['suggestionId', 'membershipId'])
export class SuggestionSide extends Row {
  @Column('uuid')
  suggestionId!: string;

  @Column('uuid')
  membershipId!: string;

  @Column('timestamptz', { nullable: true })
  agreedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  lapsedAt!: Date | null;
}
