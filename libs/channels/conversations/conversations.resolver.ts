import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Person } from '#profiles/persons/person.view.js';
import { ConversationPutAway } from './conversation-put-away.view.js';
import { ConversationsService } from './conversations.service.js';
import { ConversationArchivingService } from './conversation-archiving.service.js';

const CHANNEL_ID = { name: 'channelId', type: () => ID } as const;

/** Adds `conversationId` to `Person` here, because profiles must not import channels. */
@Resolver(() => Person)
export class ConversationsResolver {
  constructor(
    private readonly service: ConversationsService,
    private readonly away: ConversationArchivingService,
  ) {}

  @Query(() => [ConversationPutAway], { description: 'What the viewer put away.' })
  conversationsPutAway(@CurrentViewer() viewer: Viewer) {
    return this.away.list(viewer);
  }

  @Mutation(() => Boolean)
  putAwayConversation(@CurrentViewer() viewer: Viewer, @Args(CHANNEL_ID) channelId: string) {
    return this.away.putAway(viewer, channelId);
  }

  @Mutation(() => Boolean)
  bringBackConversation(@CurrentViewer() viewer: Viewer, @Args(CHANNEL_ID) channelId: string) {
    return this.away.bringBack(viewer, channelId);
  }

  @ResolveField(() => ID, {
    nullable: true,
    description: 'Where the viewer and this ally write to each other.',
  })
  conversationId(@CurrentViewer() viewer: Viewer, @Parent() { id, isPreview }: Person) {
    return isPreview ? null : this.service.withPerson(viewer, id);
  }
}
