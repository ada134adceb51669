import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/** A field is open in the group of this membership. Leaving ends it for good: a new membership was not chosen. */
@Entity()
@Unique(['fieldId', 'membershipId'])
export class ChosenGroup extends Row {
  @Column('uuid')
  fieldId!: string;

  @Column('uuid')
  membershipId!: string;
}
