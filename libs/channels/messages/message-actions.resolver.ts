import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { AttachmentView } from '#attachments/attachment.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { DescribeAttachmentArgs, PinMessageInput, ReactInput } from '../channels.inputs.js';
import { EarlierText, MessageRevisionsService } from './message-revisions.service.js';
import { MessageAttachmentsService } from './message-attachments.service.js';
import { MessageView } from './message.entity.js';
import { PinnedMessagesService } from './pinned-messages.service.js';
import { PostingAllowance } from '../posting/posting-allowance.js';
import { ReactionsService, Reactor } from './reactions.service.js';

const MESSAGE_ID = { name: 'messageId', type: () => ID } as const;

/** Reactions, pins, earlier texts and other operations of readers on an existing message. */
@Resolver()
export class MessageActionsResolver {
  constructor(
    private readonly reacting: ReactionsService,
    private readonly earlier: MessageRevisionsService,
    private readonly pinning: PinnedMessagesService,
    private readonly attachments: MessageAttachmentsService,
    private readonly allowance: PostingAllowance,
  ) {}

  @Mutation(() => MessageView)
  async react(@CurrentViewer() viewer: Viewer, @Args('input') input: ReactInput) {
    await this.allowance.take(viewer);
    return this.reacting.react(viewer, input.messageId, input.emoji, input.isOn);
  }

  @Mutation(() => MessageView)
  async pinMessage(@CurrentViewer() viewer: Viewer, @Args('input') input: PinMessageInput) {
    await this.allowance.take(viewer);
    return this.pinning.pin(viewer, input.messageId, input.isPinned);
  }

  @For('anySignedIn', 'guest')
  @Mutation(() => AttachmentView)
  async describeAttachment(@CurrentViewer() viewer: Viewer, @Args() args: DescribeAttachmentArgs) {
    await this.allowance.take(viewer, args.text);
    return this.attachments.describe(viewer, args.id, args.text);
  }

  @Query(() => [Reactor])
  reactors(@CurrentViewer() viewer: Viewer, @Args(MESSAGE_ID) id: string) {
    return this.reacting.to(viewer, id);
  }

  @For('anySignedIn', 'guest')
  @Query(() => [EarlierText])
  earlierTexts(@CurrentViewer() viewer: Viewer, @Args(MESSAGE_ID) id: string) {
    return this.earlier.of(viewer, id);
  }

  @Query(() => [MessageView], { description: 'What was pinned last stands first.' })
  pinnedMessages(
    @CurrentViewer() viewer: Viewer,
    @Args('channelId', { type: () => ID }) id: string,
  ) {
    return this.pinning.in(viewer, id);
  }
}
