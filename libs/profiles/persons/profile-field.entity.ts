import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import { type Audience, AUDIENCES } from '#policy/facts/audiences.js';
import { FIELD_KINDS, type FieldKind } from '../own/field-values.js';

const enumOf = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const AudienceEnum = enumOf(AUDIENCES);
registerEnumType(AudienceEnum, { name: 'Audience' });
export const FieldKindEnum = enumOf(FIELD_KINDS);
registerEnumType(FieldKindEnum, { name: 'ProfileFieldKind' });

/** One field of a profile: what it says and who may see it. Every profile has one of each kind; an empty one says nothing. */
@Entity()
@ObjectType()
@Unique(['profileId', 'kind'])
@Unique(['accountId', 'kind'])
export class ProfileField extends Row {
  @Column('uuid')
  profileId!: string;

  @Column('uuid')
  accountId!: string;

  @Field(() => FieldKindEnum)
  @Column('text')
  kind!: FieldKind;

  @Field(() => AudienceEnum)
  @Column('text')
  audience!: Audience;

  /** With the audience `groups`: only the groups of the chosen memberships, which may be none any more. */
  @Field()
  @Column('boolean', { default: false })
  isForChosenGroups!: boolean;

  @Field()
  @Column('text', { default: '' })
  text!: string;

  /** Ids of the reference data. */
  @Column('text', { array: true, default: '{}' })
  terms!: string[];

  /** The folded words of the text by which it is found; empty where a kind is not searched. */
  @Column('text', { array: true, default: '{}' })
  words!: string[];

  /** Grows with each change, so that a change to a stale field is refused. */
  @Field(() => Int)
  @Column('int', { default: 1 })
  version!: number;
}
