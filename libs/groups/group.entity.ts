import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';

export enum GroupAccess {
  open = 'open',
  request = 'request',
  invitation = 'invitation',
}
registerEnumType(GroupAccess, { name: 'GroupAccess' });

export const GroupAction = actionEnum('Group');

/** Members around an issue area or a purpose. A hidden one exists only for its members and those invited. */
@Entity('group')
@ObjectType()
export class Group extends Row {
  /** Its name in addresses; never changes. */
  @Field(() => String)
  @Column('citext', { unique: true })
  slug!: string;

  @Field(() => String)
  @Column('text')
  name!: string;

  @Field(() => String)
  @Column('text')
  purpose!: string;

  @Field(() => [ID])
  @Column('text', { array: true, default: '{}' })
  issueAreas!: string[];

  /** The folded words of name and purpose. */
  @Column('text', { array: true, default: '{}' })
  words!: string[];

  @Field(() => Boolean)
  @Column('boolean')
  isListed!: boolean;

  @Field(() => GroupAccess)
  @Column('text')
  access!: GroupAccess;

  /** What is asked of whoever wants to join; may be blank. */
  @Field(() => String)
  @Column('text', { default: '' })
  question!: string;

  @Field(() => String)
  @Column('text', { default: '' })
  agreements!: string;
}
