import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import { Group } from '#groups/group.entity.js';
import { Organisation } from '#organisations/organisation.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { RenameParticipantArgs } from '../coalitions.inputs.js';
import { ParticipantAction } from './participant.entity.js';
import { ParticipantChangesService } from './participant-changes.service.js';
import { ParticipantView } from './participant.view.js';
import { ParticipantViewsService } from './participant-views.service.js';

const PARTICIPANT_ID = { name: 'participantId', type: () => ID } as const;

@Resolver(() => ParticipantView)
export class ParticipantsResolver {
  constructor(
    private readonly views: ParticipantViewsService,
    private readonly changes: ParticipantChangesService,
    private readonly access: AccessService,
  ) {}

  @Query(() => ParticipantView)
  participant(@CurrentViewer() viewer: Viewer, @Args(PARTICIPANT_ID) id: string) {
    return this.views.one(viewer, id);
  }

  /** Participants of the viewer that have no name in their coalition until one is chosen. */
  @Query(() => [ParticipantView])
  participantsWithoutName(@CurrentViewer() viewer: Viewer) {
    return this.views.withoutName(viewer);
  }

  @Query(() => Int)
  participantsWithoutNameWaiting(@CurrentViewer() viewer: Viewer) {
    return this.views.countWithoutName(viewer);
  }

  /**
   * Changes the name under which the coalition sees the participant. Its id changes where the own name and a chosen one
   * replace each other. CONFLICT `participant.nameTaken`.
   */
  @Mutation(() => ParticipantView)
  async renameParticipant(@CurrentViewer() viewer: Viewer, @Args() args: RenameParticipantArgs) {
    return this.views.afterChange(viewer, await this.changes.rename(viewer, args));
  }

  /** Takes the participant out of the coalition at once, with everybody who takes part through it alone. */
  @Mutation(() => Boolean)
  takeParticipantOut(@CurrentViewer() viewer: Viewer, @Args(PARTICIPANT_ID) id: string) {
    return this.changes.takeOut(viewer, id);
  }

  @ResolveField(() => Group, { nullable: true })
  coalition(@Parent() { coalitionId, seenBy }: ParticipantView) {
    return this.access.loader(Group, seenBy).load(coalitionId);
  }

  @ResolveField(() => Group, {
    nullable: true,
    description: 'Null under a chosen name, except for its people, and for whoever may not see it.',
  })
  group(@Parent() { groupId, seenBy }: ParticipantView) {
    return groupId && this.access.loader(Group, seenBy).load(groupId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The same of an organisation.' })
  organisation(@Parent() { organisationId, seenBy }: ParticipantView) {
    return organisationId && this.access.loader(Organisation, seenBy).load(organisationId);
  }

  @ResolveField(() => [ParticipantAction])
  viewerCan(@Parent() { id, seenBy }: ParticipantView) {
    return this.access.viewerCan('Participant', id, seenBy);
  }
}
