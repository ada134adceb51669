import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';

export const SuggestionAction = actionEnum('Suggestion');

/** "You two should meet": a steward's word to two of their group. */
@Entity()
@ObjectType()
export class Suggestion extends Row {
  @Column('uuid')
  groupId!: string;

  /** The membership of whoever made it. */
  @Column('uuid')
  stewardId!: string;

  /** Why, in the steward's words; may be empty. */
  @Field(() => String)
  @Column('text', { default: '' })
  line!: string;

  /** Whether it reaches the two at all; whoever made it is not told. */
  @Column('boolean')
  isHeard!: boolean;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  expiresAt!: Date;
}
