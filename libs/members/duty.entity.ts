import { Column, Entity, Unique } from 'typeorm';
import { registerEnumType } from '@nestjs/graphql';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';

export enum DutyName {
  vet = 'vet',
  moderate = 'moderate',
  support = 'support',
  audit = 'audit',
  administer = 'administer',
}
registerEnumType(DutyName, { name: 'DutyName' });

@Entity()
@Unique(['accountId', 'name'])
export class Duty extends Row {
  @Column('uuid')
  accountId!: string;

  @Column('text')
  name!: DutyName;

  /**
   * The name under which administrators know the holder, the same on all duties of an account. No other account sees
   * it.
   */
  @SealedColumn({ nullable: true })
  knownAs!: string | null;
}
