import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import { Group } from './group.entity.js';
import { RequestToJoinInput } from './groups.inputs.js';
import { JoinRequest, JoinRequestAction } from './join-request.entity.js';
import { JoiningService } from './joining.service.js';

const REQUEST_ID = { name: 'joinRequestId', type: () => ID } as const;
const GROUP_ID = { name: 'groupId', type: () => ID } as const;

@Resolver(() => JoinRequest)
export class JoiningResolver {
  constructor(
    private readonly joining: JoiningService,
    private readonly access: AccessService,
    private readonly profiles: ProfilesService,
  ) {}

  @Query(() => [JoinRequest])
  joinRequests(@CurrentViewer() viewer: Viewer, @Args(GROUP_ID) groupId: string) {
    return this.joining.waitingIn(viewer, groupId);
  }

  @Query(() => Int)
  joinRequestsWaiting(@CurrentViewer() viewer: Viewer) {
    return this.joining.countWaiting(viewer);
  }

  @Mutation(() => Group)
  joinGroup(@CurrentViewer() viewer: Viewer, @Args(GROUP_ID) groupId: string) {
    return this.joining.join(viewer, groupId);
  }

  @Mutation(() => JoinRequest)
  requestToJoin(@CurrentViewer() viewer: Viewer, @Args('input') input: RequestToJoinInput) {
    return this.joining.ask(viewer, input);
  }

  @Mutation(() => JoinRequest)
  withdrawJoinRequest(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    return this.joining.withdraw(viewer, id);
  }

  @Mutation(() => JoinRequest)
  acceptJoinRequest(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    return this.joining.accept(viewer, id);
  }

  @Mutation(() => JoinRequest)
  declineJoinRequest(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    return this.joining.decline(viewer, id);
  }

  /** Whoever asks shows their name to those who decide. */
  @ResolveField(() => String)
  async name(@Parent() { accountId }: JoinRequest) {
    return (await this.profiles.namesOf([accountId])).get(accountId) ?? '';
  }

  @ResolveField(() => Group, { nullable: true })
  group(@CurrentViewer() viewer: Viewer, @Parent() { groupId }: JoinRequest) {
    return this.access.loader(Group, viewer).load(groupId);
  }

  @ResolveField(() => [JoinRequestAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: JoinRequest) {
    return this.access.viewerCan('JoinRequest', id, viewer);
  }
}
