import {
  Args,
  Field,
  ID,
  InputType,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { IsEnum, IsString } from 'class-validator';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Permitted } from '#access/permitted.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from '../channel.entity.js';
import { ChannelPeopleService, ChannelPerson } from '../channel-people.service.js';
import { ChannelLevel, NotificationLevelsService } from './notification-levels.service.js';
import { ReadingPositionsService } from './reading-positions.service.js';

@InputType()
class ChooseLevelInput {
  @Field(() => ID)
  @IsString()
  channelId!: string;

  @Field(() => ChannelLevel)
  @IsEnum(ChannelLevel)
  level!: ChannelLevel;
}

/** The people whom the viewer can mention in a channel, and the viewer's notification level. */
@Resolver(() => Channel)
export class ChannelNotificationsResolver {
  constructor(
    private readonly people: ChannelPeopleService,
    private readonly levels: NotificationLevelsService,
    private readonly reading: ReadingPositionsService,
  ) {}

  @Query(() => [ChannelPerson], { description: 'Who can be named there.' })
  channelPeople(
    @CurrentViewer() viewer: Viewer,
    @Args('channelId', { type: () => ID }) id: string,
  ) {
    return this.people.of(viewer, id);
  }

  @Mutation(() => Channel)
  chooseLevel(@CurrentViewer() viewer: Viewer, @Args('input') input: ChooseLevelInput) {
    return this.levels.set(viewer, input.channelId, input.level);
  }

  @ResolveField(() => ChannelLevel)
  async level(@CurrentViewer() viewer: Viewer, @Parent() channel: Permitted<Channel>) {
    return (await this.reading.of(viewer, channel)).level;
  }
}
