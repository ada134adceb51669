import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { InboxService } from './inbox.service.js';
import { InboxPage } from './inbox-item.view.js';

@Resolver()
export class InboxResolver {
  constructor(private readonly service: InboxService) {}

  @Query(() => InboxPage)
  inbox(
    @CurrentViewer() viewer: Viewer,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ) {
    return this.service.page(viewer, after);
  }

  @Query(() => Int, { description: 'Mentions and answers that were not read, 100 at most.' })
  inboxUnread(@CurrentViewer() viewer: Viewer) {
    return this.service.unreadCount(viewer);
  }

  @Mutation(() => Int, { description: 'Everything is read. Gives how much is unread then.' })
  readInbox(@CurrentViewer() viewer: Viewer) {
    return this.service.readAll(viewer);
  }

  @Mutation(() => Int, { description: 'For 30 s. Gives how much is unread then.' })
  undoReadInbox(@CurrentViewer() viewer: Viewer) {
    return this.service.undoReadAll(viewer);
  }

  @Mutation(() => Int)
  readInboxEntry(
    @CurrentViewer() viewer: Viewer,
    @Args('messageId', { type: () => ID }) messageId: string,
  ) {
    return this.service.readOne(viewer, messageId);
  }
}
