import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from './channel.entity.js';
import { SearchMessagesArgs } from './message-search.inputs.js';
import { MessageSearch } from './message-search.service.js';
import { MessageFound, MessagesFound } from './message-search.view.js';

@Resolver(() => MessageFound)
export class MessageSearchResolver {
  constructor(
    private readonly search: MessageSearch,
    private readonly access: AccessService,
  ) {}

  @Query(() => MessagesFound)
  searchMessages(@CurrentViewer() viewer: Viewer, @Args() args: SearchMessagesArgs) {
    return this.search.find(viewer, args);
  }

  /** Null when the viewer stopped reading it in between. */
  @ResolveField(() => Channel, { nullable: true })
  channel(@CurrentViewer() viewer: Viewer, @Parent() { message }: MessageFound) {
    return this.access.loader(Channel, viewer).load(message.channelId);
  }
}
