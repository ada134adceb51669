import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';

/**
 * Opens a field to the group of this membership. The row is deleted with the membership. After joining the group again,
 * the owner must choose the group again.
 */
@Entity()
@Unique(['fieldId', 'membershipId'])
export class ChosenGroup extends Row {
  @Column('uuid')
  fieldId!: string;

  @Column('uuid')
  membershipId!: string;
}
