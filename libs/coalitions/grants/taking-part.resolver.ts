import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import { Group } from '#groups/group.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { ParticipantView } from '../participants/participant.view.js';
import { ParticipantViewsService } from '../participants/participant-views.service.js';
import { HeldGrant } from './grant.view.js';
import { TakePartInput } from './grants.inputs.js';
import { TakingPartService } from './taking-part.service.js';

@Resolver(() => HeldGrant)
export class TakingPartResolver {
  constructor(
    private readonly service: TakingPartService,
    private readonly access: AccessService,
    private readonly participants: ParticipantViewsService,
  ) {}

  /** The grants that the viewer holds, those that wait first. */
  @Query(() => [HeldGrant])
  myGrants(@CurrentViewer() viewer: Viewer) {
    return this.service.held(viewer);
  }

  @Query(() => Int, { description: 'How many coalitions wait for an answer of the viewer.' })
  myGrantsWaiting(@CurrentViewer() viewer: Viewer) {
    return this.service.countWaiting(viewer);
  }

  /**
   * Accepts a grant: the viewer takes part from now on; an entry that exists keeps its name and its consent. CONFLICT
   * where other agreements are current, the name is taken, or the version is left out and the viewer does not take part.
   */
  @Mutation(() => Group)
  takePart(@CurrentViewer() viewer: Viewer, @Args('input') input: TakePartInput) {
    return this.service.takePart(viewer, input);
  }

  /** Declines the grant, or takes that back. Only the viewer learns it. FORBIDDEN for an accepted grant. */
  @Mutation(() => Boolean)
  declineGrant(
    @CurrentViewer() viewer: Viewer,
    @Args('grantId', { type: () => ID }) grantId: string,
    @Args('isDeclined', { type: () => Boolean }) isDeclined: boolean,
  ) {
    return this.service.decline(viewer, grantId, isDeclined);
  }

  /** Shows or hides through which participant the viewer comes. */
  @Mutation(() => Boolean)
  showMyParticipant(
    @CurrentViewer() viewer: Viewer,
    @Args('grantId', { type: () => ID }) grantId: string,
    @Args('isShown', { type: () => Boolean }) isShown: boolean,
  ) {
    return this.service.show(viewer, grantId, isShown);
  }

  /**
   * Ends the viewer's entry. The grants remain, so the viewer can take part again. With `deleteMessages`, what the
   * viewer posted under this entry is deleted for everybody, for good.
   */
  @Mutation(() => Boolean)
  leaveCoalition(
    @CurrentViewer() viewer: Viewer,
    @Args('coalitionId', { type: () => ID }) coalitionId: string,
    @Args('deleteMessages', { type: () => Boolean, defaultValue: false }) deletesMessages: boolean,
  ) {
    return this.service.leave(viewer, coalitionId, deletesMessages);
  }

  @ResolveField(() => Group, { nullable: true })
  coalition(@CurrentViewer() viewer: Viewer, @Parent() { coalitionId }: HeldGrant) {
    return this.access.loader(Group, viewer).load(coalitionId);
  }

  @ResolveField(() => ParticipantView, { nullable: true })
  participant(@CurrentViewer() viewer: Viewer, @Parent() { participantId }: HeldGrant) {
    return this.participants.seen(viewer, participantId);
  }
}
