import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from '../channel.entity.js';
import { MessageAuthorsService } from './message-authors.service.js';

@Resolver(() => Channel)
export class BlockedAuthorsResolver {
  constructor(private readonly authors: MessageAuthorsService) {}

  @ResolveField(() => [ID], { description: 'Whose messages the viewer’s own screen folds.' })
  blockedAuthorIds(@CurrentViewer() viewer: Viewer, @Parent() channel: Channel) {
    return this.authors.blockedIn(viewer, channel);
  }
}
