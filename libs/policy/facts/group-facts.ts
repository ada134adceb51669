import type { Standing } from '../viewer.js';
import type { Audience, OrganisationAudience } from './audiences.js';
import type { IdSet, NullableDate } from './fact-types.js';

type GroupKind = 'group' | 'coalition';
export interface GroupFacts {
  id: string;
  kind: GroupKind;
  isListed: boolean;
  access: 'open' | 'request' | 'invitation';
  /** When the group was archived. Other subjects of a group name this fact `groupArchivedAt`. */
  archivedAt: NullableDate;
  /** Until when a steward may bring the archived group back; the epoch for a group that is not archived. */
  unarchivableUntil: Date;
}

/** Fact of every row of a group: when the group was archived. */
export interface InGroup {
  groupArchivedAt: NullableDate;
}

/** The values of the enum `MembershipRole`, which policies do not import. */
type RoleInGroup = 'member' | 'facilitator' | 'steward';
export interface MembershipFacts extends InGroup {
  groupId: string;
  groupKind: GroupKind;
  accountId: string;
  endedAt: NullableDate;
  role: RoleInGroup;
  /** When the offer of stewardship to this member expires; the epoch if there is no offer. */
  stewardOfferEndsAt: Date;
  /** Whether the membership is a persona with a picture. */
  hasPicture: boolean;
  /** Whether the other members see this member in the list; a steward is shown in any case. */
  isListed: boolean;
  /** The audience of the group's member list. */
  memberList: 'members' | 'stewards';
  /** Until 30 days after the membership ended; the epoch while it is active. */
  formerUntil: Date;
  /** A steward removed this member and no steward has readmitted them. */
  isBarred: boolean;
}

/** The request to a member to become steward of a group without one. */
export interface SuccessionRequestFacts extends InGroup {
  /** The asked account; null after the asked membership ended. */
  accountId: string | null;
  state: 'waiting' | 'accepted' | 'declined' | 'unanswered' | 'ended';
  expiresAt: Date;
  /** The group has no steward who is a member of Trama. */
  isNeeded: boolean;
}

export interface JoinRequestFacts extends InGroup {
  groupId: string;
  accountId: string;
  state: 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'closed';
  /** When a steward's decline takes effect; null if nobody declined. */
  declineAt: NullableDate;
  /** Equal to `declineAt`; a date far in the past if nobody declined. */
  undoableUntil: Date;
  /** When the retention of the answers ends; a date far in the future while the request waits. */
  answersEndAt: Date;
  /** A separation exists between the requester and a current member of the group. */
  isParted: boolean;
  /** Account ids that a block or separation, in either direction, hides from the requester. */
  hiddenFromIds: IdSet;
}

export interface GroupInvitationFacts {
  groupId: string;
  invitedId: string;
  state: 'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'closed';
  expiresAt: Date;
  /** Account ids that a block or separation, in either direction, hides from a steward of the group. */
  hiddenFromIds: IdSet;
}

/** An invitation as the stewards see it, without its outcome. */
export interface SentGroupInvitationFacts {
  groupId: string;
  expiresAt: Date;
}

/** A link that lets one member join, or request to join if the group is hidden. */
export interface GroupLinkFacts extends InGroup {
  groupId: string;
  expiresAt: Date;
  isUsed: boolean;
  /** The member who created the link is still a member and still a steward of the group. */
  isHeld: boolean;
  /** Account ids that a block or separation, in either direction, hides from a steward of the group. */
  hiddenFromIds: IdSet;
}

/** Facts about a person who is visible only to viewers that may see the name of that person. */
export interface NameVisibilityFacts {
  accountId: string;
  ownerStanding: Standing;
  /** The audience of the profile field `name`; `nameOpenToGroupIds` lists its groups. */
  nameAudience: Audience;
  nameOpenToGroupIds: IdSet;
  /** Account ids that a block or separation, in either direction, hides from this person (view `hidden_pair`). */
  hiddenFromIds: IdSet;
}

export interface OrganisationFacts {
  id: string;
  audience: OrganisationAudience;
  /** Set during the 72 hours before the organisation is deleted. */
  endedAt: NullableDate;
  /** The groups that a spokesperson chose and in which that spokesperson is still a member without a persona. */
  openToGroupIds: IdSet;
  /** Account ids of everybody in the organisation, including spokespersons. */
  peopleIds: IdSet;
  spokespersonIds: IdSet;
}
/** A person in an organisation. The facts are those of the person and of the organisation. */
export interface AffiliationFacts extends NameVisibilityFacts {
  /** Which viewers, besides the people of the organisation, may see this person in it. */
  audience: Audience;
  /** Groups in which the person is now a member without a persona. */
  openToGroupIds: IdSet;
  organisationAudience: OrganisationAudience;
  organisationEndedAt: NullableDate;
  organisationOpenToGroupIds: IdSet;
  peopleIds: IdSet;
  spokespersonIds: IdSet;
}
/** `accountId` is the invited account. */
export interface OrganisationInvitationFacts extends NameVisibilityFacts {
  state: 'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  expiresAt: Date;
  spokespersonIds: IdSet;
  /** A block or separation, in either direction, exists between the invited account and a spokesperson. */
  isParted: boolean;
}

export interface ChannelFacts extends InGroup {
  /** Both are null in a thread of a case; else one is set: a group channel, or a conversation between two allies. */
  groupId: string | null;
  allianceId: string | null;
  /** The id of the channel, which a rule uses only for threads of cases; these have neither group nor alliance. */
  channelId: string;
  archivedAt: NullableDate;
}
export interface TopicFacts extends InGroup {
  /** `groupId` and `channelArchivedAt` are copied from the channel. */
  groupId: string | null;
  channelArchivedAt: NullableDate;
  /** The membership that created the topic; null after that membership was deleted. */
  makerId: string | null;
  closedAt: NullableDate;
}
export interface MessageFacts extends InGroup {
  /** `groupId`, `allianceId` and `channelArchivedAt` are copied from the channel. */
  groupId: string | null;
  allianceId: string | null;
  channelId: string;
  channelArchivedAt: NullableDate;
  /** When the topic of the message was closed; also null if the message has no topic. */
  topicClosedAt: NullableDate;
  /** The author's account; null after it was deleted. Other members see only `authorId`, a membership. */
  accountId: string | null;
  /** Account ids whose history of the channel includes this message. */
  openToIds: IdSet;
  editableUntil: Date;
  deletedAt: NullableDate;
  /** The time until which the author may undo the deletion; far in the past if nobody may undo it. */
  undoableUntil: Date;
  /** When the retention of the message ends. From then on nobody may read it. */
  expiresAt: Date;
  /** When the author left the group and deleted what they posted; null for every other message. */
  authorDeletedAllAt: NullableDate;
  /** A system message about a change of retention, without an author. */
  isLine: boolean;
  /** Whether the author is a guest, a requester without an account. */
  isOfGuest: boolean;
}
