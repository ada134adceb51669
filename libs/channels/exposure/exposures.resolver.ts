import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Exposure, FormerMember } from './exposure.view.js';
import { ExposuresService } from './exposures.service.js';

@Resolver(() => Exposure)
export class ExposuresResolver {
  constructor(private readonly service: ExposuresService) {}

  /** For stewards: whose membership of the group ended in the last 30 days. Empty for everybody else. */
  @Query(() => [FormerMember])
  formerMembers(
    @CurrentViewer() viewer: Viewer,
    @Args('groupId', { type: () => ID }) groupId: string,
  ) {
    return this.service.formerMembers(viewer, groupId);
  }

  /** For stewards: what a former member could read, within 30 days after the membership ended. */
  @Query(() => Exposure)
  exposure(
    @CurrentViewer() viewer: Viewer,
    @Args('membershipId', { type: () => ID }) membershipId: string,
  ) {
    return this.service.read(viewer, membershipId);
  }
}
