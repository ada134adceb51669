import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';

export const SuggestionAction = createActionEnum('Suggestion');

/** A steward's suggestion that two members of their group should meet. */
@Entity()
@ObjectType()
export class Suggestion extends Row {
  @Column('uuid')
  groupId!: string;

  /** The membership of the steward. */
  @Column('uuid')
  stewardId!: string;

  /** The steward's reason; may be empty. */
  @Field(() => String)
  @Column('text', { default: '' })
  line!: string;

  /** Whether the two members see the suggestion; never disclosed to the steward. */
  @Column('boolean')
  isHeard!: boolean;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  expiresAt!: Date;
}
