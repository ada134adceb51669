import {
  Args,
  GraphQLISODateTime,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Permitted } from '#access/permitted.js';
import type { Viewer } from '#policy/viewer.js';
import { Topic, TopicAction } from './topic.entity.js';
import { TopicReadingPositionsService } from './topic-reading-positions.service.js';
import { RenameTopicInput, StartTopicInput } from './topics.inputs.js';
import { TopicsService } from './topics.service.js';

const TOPIC_ID = { name: 'topicId', type: () => ID } as const;

@Resolver(() => Topic)
export class TopicsResolver {
  constructor(
    private readonly service: TopicsService,
    private readonly reading: TopicReadingPositionsService,
    private readonly access: AccessService,
  ) {}

  @Query(() => Topic)
  topic(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.service.read(viewer, id);
  }

  @Mutation(() => Topic)
  startTopic(@CurrentViewer() viewer: Viewer, @Args('input') input: StartTopicInput) {
    return this.service.start(viewer, input.channelId, input.name);
  }

  @Mutation(() => Topic)
  renameTopic(@CurrentViewer() viewer: Viewer, @Args('input') input: RenameTopicInput) {
    return this.service.rename(viewer, input.topicId, input.name);
  }

  @Mutation(() => Topic)
  closeTopic(@CurrentViewer() viewer: Viewer, @Args(TOPIC_ID) id: string) {
    return this.service.close(viewer, id);
  }

  @Mutation(() => Topic)
  reopenTopic(@CurrentViewer() viewer: Viewer, @Args(TOPIC_ID) id: string) {
    return this.service.reopen(viewer, id);
  }

  @ResolveField(() => Boolean)
  isClosed(@Parent() { closedAt }: Topic) {
    return closedAt !== null;
  }

  @ResolveField(() => Int)
  async readSeq(@CurrentViewer() viewer: Viewer, @Parent() topic: Permitted<Topic>) {
    return (await this.reading.of(viewer, topic)).readSeq;
  }

  @ResolveField(() => Int, { description: 'At most 100.' })
  async unreadCount(@CurrentViewer() viewer: Viewer, @Parent() topic: Permitted<Topic>) {
    return (await this.reading.of(viewer, topic)).unreadCount;
  }

  @ResolveField(() => GraphQLISODateTime, { nullable: true })
  async lastMessageAt(@CurrentViewer() viewer: Viewer, @Parent() topic: Permitted<Topic>) {
    return (await this.reading.of(viewer, topic)).lastMessageAt;
  }

  @ResolveField(() => [TopicAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: Topic) {
    return this.access.viewerCan('Topic', id, viewer);
  }
}
