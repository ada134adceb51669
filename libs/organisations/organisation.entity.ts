import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';

/** As the audiences of a profile field; `onlyMe` are the people of the organisation. */
export enum OrganisationAudience {
  onlyMe = 'onlyMe',
  groups = 'groups',
  members = 'members',
}
registerEnumType(OrganisationAudience, { name: 'OrganisationAudience' });

export const OrganisationAction = actionEnum('Organisation');

/** A collective, a radio, a network: what it does and where, and the members who are in it. */
@Entity()
@ObjectType()
export class Organisation extends Row {
  /** Its name in addresses; never changes. */
  @Field(() => String)
  @Column('citext', { unique: true })
  slug!: string;

  @Field(() => String)
  @Column('text')
  name!: string;

  /** A line about it; may be blank. */
  @Field(() => String)
  @Column('text', { default: '' })
  about!: string;

  @Field(() => [ID])
  @Column('text', { array: true, default: '{}' })
  issueAreas!: string[];

  @Field(() => [ID])
  @Column('text', { array: true, default: '{}' })
  practices!: string[];

  @Field(() => [ID])
  @Column('text', { array: true, default: '{}' })
  territories!: string[];

  @Field(() => [ID])
  @Column('text', { array: true, default: '{}' })
  languages!: string[];

  /** The folded words of name and line. */
  @Column('text', { array: true, default: '{}' })
  words!: string[];

  @Column('text')
  audience!: OrganisationAudience;

  /** When whoever speaks for it ended it; it is destroyed three days later. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
