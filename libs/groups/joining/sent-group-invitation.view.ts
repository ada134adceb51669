import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { PersonCard } from '#profiles/persons/person.view.js';

/** An invitation that a steward sent, without the member's answer. */
@ObjectType('SentGroupInvitation')
export class SentGroupInvitationView {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => Boolean, { description: 'Whether the viewer sent it.' })
  isMine!: boolean;

  /** Name of the steward who sent the invitation, as the group sees it. */
  @Field(() => String, { nullable: true })
  senderName!: string | null;

  @Field(() => PersonCard, {
    nullable: true,
    description: 'Whom it invites; null where the viewer may not see their name any more.',
  })
  person!: PersonCard | null;
}
