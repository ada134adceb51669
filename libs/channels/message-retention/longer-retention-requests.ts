import { Injectable } from '@nestjs/common';
import type { Permitted } from '#access/permitted.js';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import { TwoPersonActReader } from '#audit/two-person/two-person-act-reader.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import type { Channel } from '../channel.entity.js';
import { ConversationsService } from '../conversations/conversations.service.js';
import type { ChannelRetention } from './channel-retention.js';
import { MessageRetentionService } from './message-retention.service.js';

/** Kinds of two-person acts: in a group another steward approves, between allies the other ally agrees. */
export const LENGTHEN_RETENTION_IN_GROUP = 'lengthenRetention';
export const LENGTHEN_RETENTION_IN_CONVERSATION = 'lengthenBetweenTwo';

/** The payload of the two-person act. */
export type LongerRetentionPayload = {
  readonly channelId: string;
  /** The channel's name; for a conversation, the names of both allies. */
  readonly of: string;
  readonly from: ChannelRetention;
  readonly to: ChannelRetention;
};

export interface LongerRetentionRequest {
  readonly channelId: string;
  readonly retention: ChannelRetention;
  readonly reason: string;
}

/** Requests a longer retention for a channel. The retention changes only after a second person agrees. */
@Injectable()
export class LongerRetentionRequests {
  constructor(
    private readonly db: Database,
    private readonly twoPerson: TwoPersonService,
    private readonly acts: TwoPersonActReader,
    private readonly timers: MessageRetentionService,
    private readonly conversations: ConversationsService,
  ) {}

  async ask(viewer: Viewer, asking: LongerRetentionRequest): Promise<TwoPersonAct> {
    const { channelId, retention: to, reason } = asking;
    const channel = await this.timers.mayLengthen(viewer, channelId, { to });
    const { id, groupId, allianceId, retention: from } = channel;
    const of = groupId ? channel.name : await this.betweenWhom(viewer, channel);
    const payload: LongerRetentionPayload = { channelId: id, of, from, to };
    const kind = kindOf(channel);
    const place = { scopeId: groupId, allianceId };
    return this.twoPerson.ask(viewer, { kind, subjectKey: id, ...place, payload, reason });
  }

  /** Returns the id of the channel's pending request, if the viewer may read it. */
  waiting(viewer: Viewer, channel: Channel): Promise<string | null> {
    return this.acts.waiting(viewer, kindOf(channel), channel.id);
  }

  /** Returns the viewer's own name and the other ally's name as the viewer sees it. */
  private async betweenWhom(viewer: Viewer, channel: Permitted<Channel>): Promise<string> {
    const { name } = await this.conversations.otherIn(viewer, channel);
    const [own] = await this.db.query<{ name: string }>(
      `select text as name from profile_field where account_id = $1 and kind = 'name'`,
      [viewer.accountId],
    );
    return `${own?.name ?? ''} · ${name}`;
  }
}

const kindOf = ({ groupId }: Pick<Channel, 'groupId'>): string =>
  groupId ? LENGTHEN_RETENTION_IN_GROUP : LENGTHEN_RETENTION_IN_CONVERSATION;
