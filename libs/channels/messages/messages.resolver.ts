import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { EditMessageInput, PostMessageInput } from '../channels.inputs.js';
import { MessageHistoryService } from '../delivery/message-history.service.js';
import { MessageAction, MessagePage, MessageView } from './message.entity.js';
import { MessageDeletionService } from './message-deletion.service.js';
import { MessagesService } from './messages.service.js';
import { PostMessage } from '../posting/post-message.js';
import { PostingAllowance } from '../posting/posting-allowance.js';

const CHANNEL_ID = { name: 'channelId', type: () => ID } as const;
const MESSAGE_ID = { name: 'messageId', type: () => ID } as const;
const TOPIC_ID = {
  ...{ type: () => ID, nullable: true },
  description: 'Of this topic; without, of the general feed.',
} as const;
const INT = { type: () => Int, nullable: true } as const;

/** Suspended members and applicants keep the thread of their case, so some operations are for them, too. */
@Resolver(() => MessageView)
export class MessagesResolver {
  constructor(
    private readonly history: MessageHistoryService,
    private readonly service: MessagesService,
    private readonly deletion: MessageDeletionService,
    private readonly sending: PostMessage,
    private readonly access: AccessService,
    private readonly allowance: PostingAllowance,
  ) {}

  @For('anySignedIn', 'guest')
  @Query(() => MessagePage)
  messages(
    @CurrentViewer() viewer: Viewer,
    @Args(CHANNEL_ID) channelId: string,
    @Args('before', INT) before?: number,
    @Args('first', INT) first?: number,
    @Args('topicId', TOPIC_ID) topicId?: string,
  ) {
    return this.history.before(viewer, channelId, { before, first, topicId });
  }

  @For('anySignedIn', 'guest')
  @Query(() => MessagePage, {
    description: 'What changed since a number, in the order of numbers.',
  })
  changes(
    @CurrentViewer() viewer: Viewer,
    @Args(CHANNEL_ID) channelId: string,
    @Args('after', { type: () => Int }) after: number,
  ) {
    return this.history.changes(viewer, channelId, after);
  }

  @For('anySignedIn', 'guest')
  @Query(() => MessageView)
  message(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.service.read(viewer, id);
  }

  @For('anySignedIn', 'guest')
  @Mutation(() => MessageView)
  async postMessage(@CurrentViewer() viewer: Viewer, @Args('input') input: PostMessageInput) {
    await this.allowance.take(viewer, input.body);
    return this.sending.post(viewer, input);
  }

  @For('anySignedIn', 'guest')
  @Mutation(() => MessageView)
  async editMessage(@CurrentViewer() viewer: Viewer, @Args('input') input: EditMessageInput) {
    await this.allowance.take(viewer, input.body);
    return this.service.edit(viewer, input);
  }

  @For('anySignedIn', 'guest')
  @Mutation(() => MessageView)
  deleteMessage(@CurrentViewer() viewer: Viewer, @Args(MESSAGE_ID) id: string) {
    return this.deletion.delete(viewer, id);
  }

  @For('anySignedIn', 'guest')
  @Mutation(() => MessageView, { description: 'For 30 s after its author deleted it.' })
  async undoDeleteMessage(@CurrentViewer() viewer: Viewer, @Args(MESSAGE_ID) id: string) {
    await this.allowance.take(viewer);
    return this.deletion.undoDelete(viewer, id);
  }

  @Mutation(() => MessageView)
  removeMessage(@CurrentViewer() viewer: Viewer, @Args(MESSAGE_ID) id: string) {
    return this.deletion.remove(viewer, id);
  }

  /** Request this field for one message at a time, when the message's menu opens. */
  @ResolveField(() => [MessageAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: MessageView) {
    return this.access.viewerCan('Message', id, viewer);
  }
}
