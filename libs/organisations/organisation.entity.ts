import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';

/** The same as audiences of profile fields; `onlyMe` means the people of the organisation. */
export enum OrganisationAudience {
  onlyMe = 'onlyMe',
  groups = 'groups',
  members = 'members',
}
registerEnumType(OrganisationAudience, { name: 'OrganisationAudience' });

export const OrganisationAction = createActionEnum('Organisation');

/** An organisation outside Trama (a collective, a radio, a network) and the members who work in it. */
@Entity()
@ObjectType()
export class Organisation extends Row {
  /** The name of the organisation in URLs; never changes. */
  @Field(() => String)
  @Column('citext', { unique: true })
  slug!: string;

  @Field(() => String)
  @Column('text')
  name!: string;

  /** One line about the organisation; may be empty. */
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

  /** Search terms: the folded words of name and description. */
  @Column('text', { array: true, default: '{}' })
  words!: string[];

  @Column('text')
  audience!: OrganisationAudience;

  /** When the spokesperson ended the organisation; it is deleted three days later. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
