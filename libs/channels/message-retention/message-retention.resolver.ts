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
import { CurrentViewer } from '#access/for.decorator.js';
import { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { SettingsService } from '#settings/settings.service.js';
import { Channel } from '../channel.entity.js';
import { LongerRetentionRequests } from './longer-retention-requests.js';
import { LengthenRetentionInput, ShortenRetentionInput } from './message-retention.inputs.js';
import { MessageRetentionService } from './message-retention.service.js';

/** Resolves and changes the retention of channels. */
@Resolver(() => Channel)
export class MessageRetentionResolver {
  constructor(
    private readonly timers: MessageRetentionService,
    private readonly longer: LongerRetentionRequests,
    private readonly settings: SettingsService,
  ) {}

  @Query(() => Int, { description: 'So many days anything said is kept at most.' })
  longestRetentionDays() {
    return this.settings.longestRetentionDays();
  }

  /** Shortens the retention, also for existing messages. */
  @Mutation(() => Channel)
  shortenRetention(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { channelId, retention }: ShortenRetentionInput,
  ) {
    return this.timers.shorten(viewer, channelId, retention);
  }

  /** Requests a longer retention, which a second person must approve. Existing messages keep their expiry. */
  @Mutation(() => TwoPersonAct)
  askToLengthenRetention(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: LengthenRetentionInput,
  ) {
    return this.longer.ask(viewer, input);
  }

  @ResolveField(() => ID, {
    nullable: true,
    description: 'The request for a longer one that waits, for whoever may read it.',
  })
  retentionRequestId(@CurrentViewer() viewer: Viewer, @Parent() channel: Channel) {
    return this.longer.waiting(viewer, channel);
  }

  @ResolveField(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Of the last message that is still there.',
  })
  lastMessageAt(
    @CurrentViewer() { at }: Viewer,
    @Parent() { lastMessageAt, lastExpiresAt }: Channel,
  ) {
    return lastExpiresAt !== null && lastExpiresAt > at ? lastMessageAt : null;
  }
}
