import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import { type Audience, AUDIENCES } from '#policy/facts/audiences.js';
import { FIELD_KINDS, type FieldKind } from '../own-profile/field-values.js';

const enumOf = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const AudienceEnum = enumOf(AUDIENCES);
registerEnumType(AudienceEnum, { name: 'Audience' });
export const FieldKindEnum = enumOf(FIELD_KINDS);
registerEnumType(FieldKindEnum, { name: 'ProfileFieldKind' });

/**
 * One field of a profile with its value and audience. Every profile has one row of each kind; the value may be empty.
 */
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

  /** Whether only chosen groups see a field with the audience `groups`. The list of chosen groups may be empty. */
  @Field()
  @Column('boolean', { default: false })
  isForChosenGroups!: boolean;

  @Field()
  @Column('text', { default: '' })
  text!: string;

  @Column('text', { array: true, default: '{}' })
  terms!: string[];

  /** The folded words of the text, for the directory. A kind that is not searched has none. */
  @Column('text', { array: true, default: '{}' })
  words!: string[];

  /** The version of the field, incremented with each change, for optimistic locking. */
  @Field(() => Int)
  @Column('int', { default: 1 })
  version!: number;
}
