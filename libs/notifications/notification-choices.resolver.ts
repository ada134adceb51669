import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { NotificationChoice } from './notification-choice.entity.js';
import { ChooseNotificationsInput } from './notification-choices.inputs.js';
import { NotificationChoicesService } from './notification-choices.service.js';

@Resolver(() => NotificationChoice)
export class NotificationChoicesResolver {
  constructor(private readonly choices: NotificationChoicesService) {}

  @Query(() => NotificationChoice)
  notificationChoice(@CurrentViewer() { accountId }: Viewer) {
    return this.choices.of(accountId);
  }

  @Mutation(() => NotificationChoice)
  chooseNotifications(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ChooseNotificationsInput,
  ) {
    return this.choices.choose(viewer, input);
  }
}
