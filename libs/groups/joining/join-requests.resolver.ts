import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';
import { JoinGroupArgs, RequestToJoinInput } from '../groups.inputs.js';
import { JoinAnswer } from './join-answer.view.js';
import { JoinRequest, JoinRequestAction, JoinRequestState } from './join-request.entity.js';
import { JoinRequestProfilesService } from './join-request-profiles.service.js';
import { CreateJoinRequest } from './create-join-request.js';
import { JoinRequestsService } from './join-requests.service.js';
import { PersonasService } from '../members/personas.service.js';

const REQUEST_ID = { name: 'joinRequestId', type: () => ID } as const;
const GROUP_ID = { name: 'groupId', type: () => ID } as const;

@Resolver(() => JoinRequest)
export class JoinRequestsResolver {
  constructor(
    private readonly joining: JoinRequestsService,
    private readonly requests: CreateJoinRequest,
    private readonly access: AccessService,
    private readonly personas: PersonasService,
    private readonly askers: JoinRequestProfilesService,
  ) {}

  @Query(() => [JoinRequest])
  joinRequests(@CurrentViewer() viewer: Viewer, @Args(GROUP_ID) groupId: string) {
    return this.joining.waitingIn(viewer, groupId);
  }

  @Query(() => [JoinRequest], {
    description: 'Ended requests whose answers the viewer may still read.',
  })
  endedJoinRequests(@CurrentViewer() viewer: Viewer, @Args(GROUP_ID) groupId: string) {
    return this.joining.endedIn(viewer, groupId);
  }

  @Query(() => Int)
  joinRequestsWaiting(@CurrentViewer() viewer: Viewer) {
    return this.joining.countWaiting(viewer);
  }

  /** FORBIDDEN from 30 days after the request ended. */
  @Query(() => [JoinAnswer])
  joinAnswers(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    return this.joining.answers(viewer, id);
  }

  @Mutation(() => Group)
  joinGroup(@CurrentViewer() viewer: Viewer, @Args() args: JoinGroupArgs) {
    return this.joining.join(viewer, args);
  }

  @Mutation(() => JoinRequest)
  requestToJoin(@CurrentViewer() viewer: Viewer, @Args('input') input: RequestToJoinInput) {
    return this.requests.ask(viewer, input);
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

  @Mutation(() => JoinRequest, { description: 'For 30 s after a steward declined it.' })
  undoDeclineJoinRequest(@CurrentViewer() viewer: Viewer, @Args(REQUEST_ID) id: string) {
    return this.joining.undoDecline(viewer, id);
  }

  @ResolveField(() => [JoinAnswer], {
    nullable: true,
    description: 'Null without answers, and where the viewer may not read them.',
  })
  async answers(@CurrentViewer() viewer: Viewer, @Parent() { id, answers }: JoinRequest) {
    const may = await this.access.viewerCan('JoinRequest', id, viewer);
    return may.includes(JoinRequestAction.readAnswers) ? answers : null;
  }

  @ResolveField(() => JoinRequestState)
  state(@CurrentViewer() viewer: Viewer, @Parent() request: JoinRequest) {
    return this.joining.stateFor(viewer, request);
  }

  @ResolveField(() => String)
  name(@Parent() request: JoinRequest) {
    return this.personas.nameOf(request);
  }

  @ResolveField(() => ID, {
    nullable: true,
    description: 'The asker’s profile, where the viewer may open it; never under another name.',
  })
  personId(@CurrentViewer() viewer: Viewer, @Parent() request: JoinRequest) {
    return this.askers.profileId(viewer, request);
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

@Resolver(() => Group)
export class GroupJoinRequestsResolver {
  constructor(private readonly joining: JoinRequestsService) {}

  @ResolveField(() => Int, {
    nullable: true,
    description: 'How many requests wait for the viewer; null for others than stewards.',
  })
  joinRequestsWaiting(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return this.joining.countWaitingIn(viewer, id);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether `endedJoinRequests` has a request of the viewer themself.',
  })
  hasMyEndedRequest(@CurrentViewer() viewer: Viewer, @Parent() { id }: Group) {
    return this.joining.hasOwnEndedIn(viewer, id);
  }
}
