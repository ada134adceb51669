import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Invitation } from './invitation.entity.js';

/** An invitation with the one showing of its link. */
@ObjectType()
export class MadeInvitation {
  @Field(() => Invitation)
  invitation!: Invitation;

  /** The path of the link: only its hash is kept. */
  @Field(() => String)
  path!: string;
}

/** The viewer's own, and how many more they may make now. */
@ObjectType()
export class MyInvitations {
  @Field(() => [Invitation])
  items!: Invitation[];

  @Field(() => Int)
  left!: number;
}
