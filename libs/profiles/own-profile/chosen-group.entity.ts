import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * Opens a field to the group of this membership. The row ends with the membership; a later membership in the same group
 * must be chosen again.
 */
@Entity()
@Unique(['fieldId', 'membershipId'])
export class ChosenGroup extends Row {
  @Column('uuid')
  fieldId!: string;

  @Column('uuid')
  membershipId!: string;
}
