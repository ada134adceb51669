import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

/** Where a grant stands for the person who holds it. Nobody else learns it. */
export enum GrantState {
  /** The viewer is asked: they have not answered, and have not taken part since the grant was given. */
  waiting = 'waiting',
  /** The viewer takes part with this grant. */
  accepted = 'accepted',
  /** The viewer takes part with another grant, and can accept this one too. */
  additional = 'additional',
  /** The viewer took part since the grant was given, and does not any more. They can come back. */
  left = 'left',
  /** The viewer declined. They can take it back, or accept. */
  declined = 'declined',
}
registerEnumType(GrantState, { name: 'GrantState' });

/** A grant that a participant gave, for those who act for it. It does not tell how it was answered. */
@ObjectType()
export class GivenGrant {
  @Field(() => ID)
  id!: string;

  /** The id of the membership or affiliation for which it was given. */
  @Field(() => ID)
  personId!: string;

  /** The person's name in the group or organisation. */
  @Field(() => String)
  name!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;
}

/** A grant that the viewer holds. */
@ObjectType()
export class HeldGrant {
  @Field(() => ID)
  id!: string;

  @Field(() => GrantState)
  state!: GrantState;

  /** Whether the coalition sees through which participant the viewer comes. */
  @Field(() => Boolean)
  isShown!: boolean;

  readonly coalitionId!: string;
  readonly participantId!: string;
}
