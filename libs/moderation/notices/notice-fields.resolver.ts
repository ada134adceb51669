import { GraphQLISODateTime, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Permitted } from '#access/permitted.js';
import type { Viewer } from '#policy/viewer.js';
import { Appeal, AppealAction } from '../appeals/appeal.entity.js';
import { AppealsService } from '../appeals/appeals.service.js';
import { appealPeriodEndsAt } from '../appeals/appeal-period.js';
import { Notice, NoticeAction } from './notice.entity.js';
import { SanctionTimes } from '../sanctions/sanction-times.js';

@Resolver(() => Notice)
export class NoticeFieldsResolver {
  constructor(
    private readonly access: AccessService,
    private readonly appeals: AppealsService,
    private readonly times: SanctionTimes,
  ) {}

  /** When the act expires. */
  @ResolveField(() => GraphQLISODateTime, { nullable: true })
  async endsAt(@CurrentViewer() viewer: Viewer, @Parent() notice: Permitted<Notice>) {
    return (await this.times.of(viewer, notice))?.endsAt ?? null;
  }

  /** When the act was lifted. */
  @ResolveField(() => GraphQLISODateTime, { nullable: true })
  async liftedAt(@CurrentViewer() viewer: Viewer, @Parent() notice: Permitted<Notice>) {
    return (await this.times.of(viewer, notice))?.liftedAt ?? null;
  }

  /** When the recipient opened the notice; null for any other viewer. */
  @ResolveField(() => GraphQLISODateTime, { nullable: true })
  seenAt(@CurrentViewer() viewer: Viewer, @Parent() { accountId, seenAt }: Notice) {
    return accountId === viewer.accountId ? seenAt : null;
  }

  /** Names of the groups that the recipient left; empty for any other viewer. */
  @ResolveField(() => [String])
  groupsLeft(@CurrentViewer() viewer: Viewer, @Parent() { accountId, groupsLeft }: Notice) {
    return accountId === viewer.accountId ? (groupsLeft ?? []) : [];
  }

  @ResolveField(() => GraphQLISODateTime)
  appealEndsAt(@Parent() { shownFrom }: Notice) {
    return appealPeriodEndsAt(shownFrom);
  }

  @ResolveField(() => Appeal, { nullable: true })
  appeal(@CurrentViewer() viewer: Viewer, @Parent() notice: Notice) {
    return this.appeals.of(viewer, notice);
  }

  @ResolveField(() => [NoticeAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: Notice) {
    return this.access.viewerCan('Notice', id, viewer);
  }
}

@Resolver(() => Appeal)
export class AppealFieldsResolver {
  constructor(private readonly access: AccessService) {}

  @ResolveField(() => [AppealAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: Appeal) {
    return this.access.viewerCan('Appeal', id, viewer);
  }
}
