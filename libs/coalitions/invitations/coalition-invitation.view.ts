import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { CoalitionPreview } from '../coalition.view.js';
import { CoalitionInvitation } from './coalition-invitation.entity.js';

/** The result of an invitation. */
@ObjectType()
export class MadeCoalitionInvitation {
  @Field(() => CoalitionInvitation)
  invitation!: CoalitionInvitation;

  /** The secret of a link. Only this response contains it; the database stores its hash. */
  @Field(() => String, { nullable: true })
  token!: string | null;

  /** The two-person act that waits for approval; null if the invitation can be used at once. */
  @Field(() => ID, { nullable: true })
  requestId!: string | null;
}

/** An invitation to a group or an organisation, as its stewards or its spokesperson see it. */
@ObjectType()
export class ReceivedCoalitionInvitation {
  /** The id of the invitation. */
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  expiresAt!: Date;

  @Field(() => CoalitionPreview)
  coalition!: CoalitionPreview;

  readonly groupId!: string | null;
  readonly organisationId!: string | null;
}
