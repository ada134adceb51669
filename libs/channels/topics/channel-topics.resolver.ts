import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from '../channel.entity.js';
import { Topic } from './topic.entity.js';
import { TopicsService } from './topics.service.js';

@Resolver(() => Channel)
export class ChannelTopicsResolver {
  constructor(private readonly service: TopicsService) {}

  @ResolveField(() => [Topic], {
    description: 'The open ones before the closed, the last spoken in first.',
  })
  topics(@CurrentViewer() viewer: Viewer, @Parent() { id }: Channel) {
    return this.service.in(viewer, id);
  }
}
