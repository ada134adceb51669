import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { HttpExchange } from '#access/http-request.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from '../channel.entity.js';
import { SearchMessagesArgs } from './message-search.inputs.js';
import { MessageSearchService } from './message-search.service.js';
import { MessageFound, MessagesFound } from './message-search.view.js';

@Resolver(() => MessageFound)
export class MessageSearchResolver {
  constructor(
    private readonly search: MessageSearchService,
    private readonly access: AccessService,
  ) {}

  /** Resolves nested fields with the rights that the search itself used. */
  @Query(() => MessagesFound)
  async searchMessages(
    @CurrentViewer() asker: Viewer,
    @Args() args: SearchMessagesArgs,
    @Context() { req }: HttpExchange,
  ) {
    const { viewer, ...found } = await this.search.find(asker, args);
    req.viewer = viewer;
    return found;
  }

  /** Null if the viewer lost access after the search. */
  @ResolveField(() => Channel, { nullable: true })
  channel(@CurrentViewer() viewer: Viewer, @Parent() { message }: MessageFound) {
    return this.access.loader(Channel, viewer).load(message.channelId);
  }
}
