import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Permitted } from '#access/permitted.js';
import { Group } from '#groups/group.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel, ChannelAction } from './channel.entity.js';
import { CreateChannelInput, MarkReadInput, RenameChannelInput } from './channels.inputs.js';
import { ChannelsService } from './channels.service.js';
import { ConversationsService } from './conversations/conversations.service.js';
import { ReadMarksService } from './inbox/read-marks.service.js';
import { LastMessage } from './inbox/last-message.view.js';
import { ReadingPositionsService } from './inbox/reading-positions.service.js';

const CHANNEL_ID = { name: 'channelId', type: () => ID } as const;

@Resolver(() => Channel)
export class ChannelsResolver {
  constructor(
    private readonly service: ChannelsService,
    private readonly reading: ReadingPositionsService,
    private readonly marks: ReadMarksService,
    private readonly conversations: ConversationsService,
    private readonly access: AccessService,
  ) {}

  @Query(() => [Channel])
  channels(@CurrentViewer() viewer: Viewer) {
    return this.service.list(viewer);
  }

  /** Groups first, then coalitions, each by name. */
  @Query(() => [Group], {
    description: 'Groups and coalitions in which the viewer may create a channel.',
  })
  groupsForNewChannel(@CurrentViewer() viewer: Viewer) {
    return this.service.groupsForNew(viewer);
  }

  @For('anySignedIn', 'guest')
  @Query(() => Channel)
  channel(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.service.read(viewer, id);
  }

  @Mutation(() => Channel)
  createChannel(@CurrentViewer() viewer: Viewer, @Args('input') input: CreateChannelInput) {
    return this.service.create(viewer, input);
  }

  @Mutation(() => Channel)
  renameChannel(@CurrentViewer() viewer: Viewer, @Args('input') input: RenameChannelInput) {
    return this.service.rename(viewer, input.channelId, input.name);
  }

  @Mutation(() => Channel)
  archiveChannel(@CurrentViewer() viewer: Viewer, @Args(CHANNEL_ID) id: string) {
    return this.service.archive(viewer, id);
  }

  @For('anySignedIn', 'guest')
  @Mutation(() => Channel)
  markRead(@CurrentViewer() viewer: Viewer, @Args('input') input: MarkReadInput) {
    return this.marks.markRead(viewer, input);
  }

  @For('anySignedIn', 'guest')
  @Mutation(() => Channel)
  markUnread(
    @CurrentViewer() viewer: Viewer,
    @Args('messageId', { type: () => ID }) messageId: string,
  ) {
    return this.marks.markUnread(viewer, messageId);
  }

  /**
   * Names a conversation after the ally. After its end, returns only what the viewer may still see of the other person.
   */
  @ResolveField(() => String)
  async name(@CurrentViewer() viewer: Viewer, @Parent() channel: Permitted<Channel>) {
    return channel.name || (await this.conversations.otherIn(viewer, channel)).name;
  }

  @ResolveField(() => Group, { nullable: true })
  group(@CurrentViewer() viewer: Viewer, @Parent() { groupId }: Channel) {
    return groupId && this.access.loader(Group, viewer).load(groupId);
  }

  @ResolveField(() => ID, { nullable: true, description: 'In a conversation: the other person.' })
  async allyId(@CurrentViewer() viewer: Viewer, @Parent() channel: Permitted<Channel>) {
    return (await this.conversations.otherIn(viewer, channel)).id;
  }

  @ResolveField(() => ID, { nullable: true, description: 'As whom the viewer writes here.' })
  async meId(@CurrentViewer() viewer: Viewer, @Parent() channel: Permitted<Channel>) {
    return (await this.reading.of(viewer, channel)).meId;
  }

  @ResolveField(() => Int)
  async readSeq(@CurrentViewer() viewer: Viewer, @Parent() channel: Permitted<Channel>) {
    return (await this.reading.of(viewer, channel)).readSeq;
  }

  @ResolveField(() => Int, { description: 'Of the general feed alone; at most 100.' })
  async generalUnreadCount(@CurrentViewer() viewer: Viewer, @Parent() channel: Permitted<Channel>) {
    return (await this.reading.of(viewer, channel)).generalUnreadCount;
  }

  @ResolveField(() => Int, {
    description: 'Of the general feed and of every topic; at most 100.',
  })
  async unreadCount(@CurrentViewer() viewer: Viewer, @Parent() channel: Permitted<Channel>) {
    return (await this.reading.of(viewer, channel)).unreadCount;
  }

  @ResolveField(() => LastMessage, {
    nullable: true,
    description: 'The last message there that the viewer may read, of whichever feed.',
  })
  lastMessage(@CurrentViewer() viewer: Viewer, @Parent() channel: Permitted<Channel>) {
    return this.reading.lastMessage(viewer, channel);
  }

  @ResolveField(() => Boolean, {
    description:
      'Whether what was written before the group was made less private is closed to who joins.',
  })
  isHistoryCut(@Parent() { openedVersion }: Channel) {
    return openedVersion > 0;
  }

  @ResolveField(() => Boolean)
  isArchived(@Parent() { archivedAt }: Channel) {
    return archivedAt !== null;
  }

  @ResolveField(() => Boolean, {
    description: 'A conversation whose alliance ended: to read only.',
  })
  isEnded(@CurrentViewer() viewer: Viewer, @Parent() { allianceId }: Channel) {
    return this.conversations.isEnded(viewer, allianceId);
  }

  @ResolveField(() => [ChannelAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: Channel) {
    return this.access.viewerCan('Channel', id, viewer);
  }
}
