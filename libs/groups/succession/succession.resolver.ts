import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';
import { SuccessionAnswersService } from './succession-answers.service.js';
import { SuccessionRequest, SuccessionRequestAction } from './succession-request.entity.js';
import { SuccessionService } from './succession.service.js';

const REQUEST_ID = { name: 'requestId', type: () => ID } as const;

@Resolver(() => SuccessionRequest)
export class SuccessionResolver {
  constructor(
    private readonly answers: SuccessionAnswersService,
    private readonly access: AccessService,
  ) {}

  /** Requests to become steward that the viewer can still accept. */
  @Query(() => [SuccessionRequest])
  successionRequests(@CurrentViewer() viewer: Viewer) {
    return this.answers.waiting(viewer);
  }

  @Query(() => Int)
  successionRequestsWaiting(@CurrentViewer() viewer: Viewer) {
    return this.answers.countWaiting(viewer);
  }

  /** One of the viewer's requests, also after it ended. */
  @Query(() => SuccessionRequest)
  successionRequest(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    return this.access.load(SuccessionRequest, id, viewer, 'read');
  }

  @Mutation(() => SuccessionRequest)
  acceptSuccession(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    return this.answers.accept(viewer, id);
  }

  @Mutation(() => SuccessionRequest)
  declineSuccession(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    return this.answers.decline(viewer, id);
  }

  @ResolveField(() => Group, { nullable: true })
  group(@CurrentViewer() viewer: Viewer, @Parent() { groupId }: SuccessionRequest) {
    return this.access.loader(Group, viewer).load(groupId);
  }

  @ResolveField(() => [SuccessionRequestAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: SuccessionRequest) {
    return this.access.viewerCan('SuccessionRequest', id, viewer);
  }
}

@Resolver(() => Group)
export class GroupSuccessionResolver {
  constructor(
    private readonly succession: SuccessionService,
    private readonly memberships: MembershipsService,
  ) {}

  /**
   * Whether the group, which lists no steward, asks members to become one. Null unless the viewer is a member; never
   * says who is asked.
   */
  @ResolveField(() => Boolean, { nullable: true })
  seeksSteward(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return viewer.groups.member.includes(id) ? this.succession.seeksSteward(id) : null;
  }

  /** Whether the viewer is the only steward; a suspended one counts. Null unless the viewer is a steward of an active group. */
  @ResolveField(() => Boolean, { nullable: true })
  async isOnlySteward(@CurrentViewer() viewer: Viewer, @Parent() { id, archivedAt }: Group) {
    if (archivedAt || !viewer.groups.steward.includes(id)) return null;
    return !(await this.memberships.hasOtherSteward(viewer.accountId, id));
  }
}
