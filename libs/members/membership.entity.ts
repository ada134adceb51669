import { registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

export enum MembershipRole {
  member = 'member',
  steward = 'steward',
}
registerEnumType(MembershipRole, { name: 'MembershipRole' });

/** A member inside a group: the id that others of the group see. Ended ones stay, so that old messages keep an author. */
@Entity()
export class Membership extends Row {
  @Column('uuid')
  accountId!: string;

  /** A group stands in a higher library, so this is an id without a relation. */
  @Column('uuid')
  groupId!: string;

  @Column('text', { default: MembershipRole.member })
  role!: MembershipRole;

  /** Another name in this group only; null: the name of the profile. */
  @Column('text', { nullable: true })
  personaName!: string | null;

  @Column('timestamptz')
  joinedAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
