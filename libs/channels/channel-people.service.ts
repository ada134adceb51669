import { Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { Membership } from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from './channel.entity.js';
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

/**
 * Lists the people that a message of a channel can mention: the memberships of its group, or the ally in a
 * conversation.
 */
@Injectable()
export class ChannelPeopleService {
  constructor(
    private readonly access: AccessService,
    private readonly conversations: ConversationsService,
  ) {}

  async of(viewer: Viewer, channelId: string): Promise<ChannelPerson[]> {
    const channel = await this.access.load(Channel, channelId, viewer, 'read');
    if (channel.groupId) return this.inGroup(viewer, channel.groupId);
    const { id, name } = await this.conversations.otherIn(viewer, channel);
    return id ? [{ id, name }] : [];
  }

  private inGroup(viewer: Viewer, groupId: string): Promise<ChannelPerson[]> {
    return this.access
      .list(Membership, viewer)
      .innerJoin('membership_name', 'n', 'n.membership_id = it.id')
      .andWhere('it.group_id = :groupId', { groupId })
      .select('it.id', 'id')
      .addSelect('n.name', 'name')
      .orderBy('lower(n.name)')
      .addOrderBy('it.id')
      .limit(MOST)
      .getRawMany<ChannelPerson>();
  }
}
