import type { IdSet, Moment } from './fact-values.js';

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
  /** When its retention is over: from then on nobody reads it. */
  expiresAt: Date;
  /** Not said by anybody: the line that tells of another retention. */
  isLine: boolean;
}
