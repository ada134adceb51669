import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MessageView } from '#channels/messages/message.entity.js';
import { Group } from '#groups/group.entity.js';
import { JoinRequest } from '#groups/joining/join-request.entity.js';
import { StewardshipOffer } from '#groups/members/group-member.view.js';
import { SuccessionRequest } from '#groups/succession/succession-request.entity.js';
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
  successionRequest = 'successionRequest',
  /** The group of the viewer's request got another steward before they answered. */
  successionEnded = 'successionEnded',
  organisationInvitation = 'organisationInvitation',
  /** A steward accepted the viewer's request to join. */
  joined = 'joined',
  stewardshipBegan = 'stewardshipBegan',
  stewardshipEnded = 'stewardshipEnded',
  facilitationBegan = 'facilitationBegan',
  facilitationEnded = 'facilitationEnded',
  /** The agreements of a group changed, and the viewer has not consented yet. */
  agreementsChanged = 'agreementsChanged',
  groupArchived = 'groupArchived',
}
registerEnumType(InboxKind, { name: 'InboxKind' });

/** One item of the inbox. Only the field that belongs to its kind is set. */
@ObjectType()
export class InboxItem {
  /** The id of the row that the item is about. */
  @Field(() => ID)
  id!: string;

  @Field(() => InboxKind)
  kind!: InboxKind;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  /**
   * Whether the item is unread in the inbox. False for requests that wait for an answer, which are counted where the
   * viewer answers them.
   */
  @Field(() => Boolean)
  isUnread!: boolean;

  /** Set for mentions and replies. */
  @Field(() => MessageView, { nullable: true })
  message?: MessageView | null;

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

  @Field(() => SuccessionRequest, { nullable: true })
  successionRequest?: SuccessionRequest | null;

  @Field(() => OrganisationInvitation, { nullable: true })
  organisationInvitation?: OrganisationInvitation | null;

  @Field(() => Group, {
    nullable: true,
    description:
      'Of `joined`, `agreementsChanged`, `groupArchived`, and changes of the viewer’s role.',
  })
  group?: Group | null;
}

@ObjectType()
export class InboxPage {
  /** Items, newest first. */
  @Field(() => [InboxItem])
  items!: InboxItem[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}
