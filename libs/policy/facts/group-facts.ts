import type { Standing } from '../viewer.js';
import type { Audience, OrganisationAudience } from './audiences.js';
import type { IdSet, Moment } from './fact-values.js';

export interface GroupFacts {
  id: string;
  isListed: boolean;
  access: 'open' | 'request' | 'invitation';
}

export interface MembershipFacts {
  groupId: string;
  accountId: string;
  endedAt: Moment;
  isSteward: boolean;
  /** Until when they may accept to become one; the epoch without an offer. */
  stewardOfferEndsAt: Date;
  /** A persona that shows a picture. */
  hasPicture: boolean;
  /** A steward removed them, and none has let them back. */
  isBarred: boolean;
}

export interface JoinRequestFacts {
  groupId: string;
  accountId: string;
  state: 'waiting' | 'accepted' | 'declined' | 'withdrawn';
  /** When a steward's decline takes effect; null where none declined it. */
  declineAt: Moment;
  /** The same moment; long past where none declined it. */
  undoableUntil: Date;
  /** A separation parts whoever asks from somebody who is in the group now. */
  isParted: boolean;
  /** Account ids that a block or separation, either way, parts from whoever asks. */
  hiddenFromIds: IdSet;
}

export interface GroupInvitationFacts {
  groupId: string;
  invitedId: string;
  state: 'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  expiresAt: Date;
  /** Account ids that a block or separation, either way, parts from a steward of the group. */
  hiddenFromIds: IdSet;
}

/** That a steward invited somebody; nothing of what became of it. */
export interface SentGroupInvitationFacts {
  groupId: string;
  expiresAt: Date;
}

/** A link that lets one member in, or lets them ask where the group is hidden. */
export interface GroupLinkFacts {
  groupId: string;
  expiresAt: Date;
  isUsed: boolean;
  /** Whoever made it is a member and still a steward of the group. */
  isHeld: boolean;
  /** Account ids that a block or separation, either way, parts from a steward of the group. */
  hiddenFromIds: IdSet;
}

/** What is asked of somebody where they are shown only to those who may see their name. */
export interface NamedFacts {
  accountId: string;
  ownerStanding: Standing;
  /** The audience of the field `name` of their profile, and its `openToGroupIds`. */
  nameAudience: Audience;
  nameOpenToGroupIds: IdSet;
  /** Account ids that a block or separation, either way, parts from them: the view `hidden_pair`. */
  hiddenFromIds: IdSet;
}

export interface OrganisationFacts {
  id: string;
  audience: OrganisationAudience;
  /** Set while the 72 hours of its ending run. */
  endedAt: Moment;
  /** Groups chosen by whoever speaks for it, where they are now, without a persona. */
  openToGroupIds: IdSet;
  /** Account ids of everybody in it, and of those who speak for it. */
  peopleIds: IdSet;
  spokespersonIds: IdSet;
}
/** Somebody in an organisation; what is asked of both stands here. */
export interface AffiliationFacts extends NamedFacts {
  /** To whom the person chose to be shown there, besides its people. */
  audience: Audience;
  /** Groups where the person is now, without a persona. */
  openToGroupIds: IdSet;
  organisationAudience: OrganisationAudience;
  organisationEndedAt: Moment;
  organisationOpenToGroupIds: IdSet;
  peopleIds: IdSet;
  spokespersonIds: IdSet;
}
/** `accountId`: whom it invites. */
export interface OrganisationInvitationFacts extends NamedFacts {
  state: 'waiting' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  expiresAt: Date;
  spokespersonIds: IdSet;
  /** A block or separation, either way, parts the invited account from a spokesperson. */
  isParted: boolean;
}

export interface ChannelFacts {
  /** One of the two is set: a group's channel, or the conversation of two allies. */
  groupId: string | null;
  allianceId: string | null;
  archivedAt: Moment;
}
export interface TopicFacts {
  /** These two are the channel's. */
  groupId: string | null;
  channelArchivedAt: Moment;
  /** The membership that made it; null once it is gone. */
  makerId: string | null;
  closedAt: Moment;
}
export interface MessageFacts {
  /** These three are the channel's. */
  groupId: string | null;
  allianceId: string | null;
  channelArchivedAt: Moment;
  /** Its topic's; null outside of topics, too. */
  topicClosedAt: Moment;
  /** The author's account, null once it is deleted; what others see is `authorId`, a membership. */
  accountId: string | null;
  /** Account ids whose history of this channel reaches back to this message. */
  openToIds: IdSet;
  editableUntil: Date;
  deletedAt: Moment;
  /** Until when its author may undo the deletion; long past where nobody may. */
  undoableUntil: Date;
  /** When its retention is over: from then on nobody reads it. */
  expiresAt: Date;
  /** Not said by anybody: the line that tells of another retention. */
  isLine: boolean;
}
