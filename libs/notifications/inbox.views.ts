import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MessageShown } from '#channels/messages/message.entity.js';
import { Group } from '#groups/group.entity.js';
import { JoinRequest } from '#groups/joining/join-request.entity.js';
import { StewardshipOffer } from '#groups/members/group-member.view.js';
import { GroupInvitation } from '#groups/joining/group-invitation.entity.js';
import { Introduction } from '#introductions/introduction.entity.js';
import { Suggestion } from '#introductions/suggestions/suggestion.entity.js';
import { OrganisationInvitation } from '#organisations/organisation-invitation.entity.js';

export enum InboxKind {
  mention = 'mention',
  reply = 'reply',
  introduction = 'introduction',
  suggestion = 'suggestion',
  joinRequest = 'joinRequest',
  groupInvitation = 'groupInvitation',
  stewardshipOffer = 'stewardshipOffer',
  organisationInvitation = 'organisationInvitation',
  /** A steward accepted the viewer's request to join. */
  joined = 'joined',
  stewardshipBegan = 'stewardshipBegan',
  stewardshipEnded = 'stewardshipEnded',
}
registerEnumType(InboxKind, { name: 'InboxKind' });

/** One thing that is for the viewer: of its parts the one that its kind names or is about is there. */
@ObjectType()
export class InboxItem {
  /** Of the row that it is about. */
  @Field(() => ID)
  id!: string;

  @Field(() => InboxKind)
  kind!: InboxKind;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  /** Of what one reads. What waits for an answer has its number where it is answered. */
  @Field(() => Boolean)
  isUnread!: boolean;

  /** Of a mention or an answer. */
  @Field(() => MessageShown, { nullable: true })
  message?: MessageShown | null;

  @Field(() => Introduction, { nullable: true })
  introduction?: Introduction | null;

  @Field(() => Suggestion, { nullable: true })
  suggestion?: Suggestion | null;

  @Field(() => JoinRequest, { nullable: true })
  joinRequest?: JoinRequest | null;

  @Field(() => GroupInvitation, { nullable: true })
  groupInvitation?: GroupInvitation | null;

  @Field(() => StewardshipOffer, { nullable: true })
  stewardshipOffer?: StewardshipOffer | null;

  @Field(() => OrganisationInvitation, { nullable: true })
  organisationInvitation?: OrganisationInvitation | null;

  @Field(() => Group, {
    nullable: true,
    description: 'Of `joined`, `stewardshipBegan` and `stewardshipEnded`.',
  })
  group?: Group | null;
}

@ObjectType()
export class InboxPage {
  /** Newest first. */
  @Field(() => [InboxItem])
  items!: InboxItem[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}
