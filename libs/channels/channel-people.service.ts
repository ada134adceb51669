import { Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Membership } from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from './channel.entity.js';
import { Message } from './messages/message.entity.js';
import { ConversationsService } from './conversations/conversations.service.js';

@ObjectType({ description: 'Somebody of a channel, under the name that they have in it.' })
export class ChannelPerson {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

/** Maximum number of group members that the list contains, ordered by name. */
const MOST = 500;

/** How many of the newest messages of a channel are searched for authors. */
const NEWEST_MESSAGES = 300;

/**
 * Lists the people that a message of a channel can mention: in a conversation the ally; in a group the viewer, the
 * members whom every member may see, and authors of messages. A steward gets the same list, because a mention of
 * somebody else would disclose that they are in the group.
 */
@Injectable()
export class ChannelPeopleService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly conversations: ConversationsService,
  ) {}

  async of(viewer: Viewer, channelId: string): Promise<ChannelPerson[]> {
    const channel = await this.access.load(Channel, channelId, viewer, 'read');
    if (channel.groupId) return this.inGroup(viewer, channelId, channel.groupId);
    const { id, name } = await this.conversations.otherIn(viewer, channel);
    return id ? [{ id, name }] : [];
  }

  private async inGroup(
    viewer: Viewer,
    channelId: string,
    groupId: string,
  ): Promise<ChannelPerson[]> {
    const { accountId } = viewer;
    const members = await this.access
      .list(Membership, viewer)
      .innerJoin('membership_name', 'n', 'n.membership_id = it.id')
      .andWhere('it.group_id = :groupId', { groupId })
      .andWhere('(n.is_shown_to_members or it.account_id = :accountId)', { accountId })
      .select('it.id', 'id')
      .addSelect('n.name', 'name')
      .orderBy('lower(n.name)')
      .addOrderBy('it.id')
      .limit(MOST)
      .getRawMany<ChannelPerson>();
    const ids = new Set(members.map(({ id }) => id));
    const authors = (await this.authorsIn(viewer, channelId)).filter(({ id }) => !ids.has(id));
    return [...members, ...authors];
  }

  /** Unlisted authors of the newest messages that the viewer may read. A message does not show a former member. */
  private authorsIn(viewer: Viewer, channelId: string): Promise<ChannelPerson[]> {
    const newest = this.access
      .list(Message, viewer)
      .select('it.membership_id', 'id')
      .andWhere('it.channel_id = :channelId and it.deleted_at is null', { channelId })
      .orderBy('it.seq', 'DESC')
      .limit(NEWEST_MESSAGES);
    const [said, values] = newest.getQueryAndParameters();
    const text = `select n.membership_id as id, n.name from membership_name n
      where not n.is_shown_to_members and n.ended_at is null and n.membership_id in (select said.id from (${said}) said)`;
    return this.db.query<ChannelPerson>(text, values);
  }
}
