import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Invitation } from './invitation.entity.js';

/** A new invitation with its link, which is returned only once. */
@ObjectType('MadeInvitation')
export class InvitationWithLink {
  @Field(() => Invitation)
  invitation!: Invitation;

  /** The path of the link. The database stores only a hash of its code. */
  @Field(() => String)
  path!: string;
}

/** The viewer's own invitations, and how many more they may create now. */
@ObjectType()
export class MyInvitations {
  @Field(() => [Invitation])
  items!: Invitation[];

  @Field(() => Int)
  left!: number;
}
