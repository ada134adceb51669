import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { FormerMembership } from './former-membership.view.js';
import { FormerMembershipsService } from './former-memberships.service.js';

@Resolver(() => FormerMembership)
export class FormerMembershipsResolver {
  constructor(private readonly service: FormerMembershipsService) {}

  /** The viewer's memberships that ended in the last 30 days, in groups and coalitions, the latest first. */
  @Query(() => [FormerMembership])
  myFormerMemberships(@CurrentViewer() viewer: Viewer) {
    return this.service.mine(viewer);
  }

  /** Deletes what the viewer posted under a membership that ended in the last 30 days, for everybody, for good. */
  @Mutation(() => Boolean)
  deleteMyMessages(
    @CurrentViewer() viewer: Viewer,
    @Args('membershipId', { type: () => ID }) membershipId: string,
  ) {
    return this.service.deleteMessages(viewer, membershipId);
  }
}
