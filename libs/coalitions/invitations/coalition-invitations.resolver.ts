import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import { Group } from '#groups/group.entity.js';
import { Organisation } from '#organisations/organisation.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { InviteToCoalitionInput } from '../coalitions.inputs.js';
import { CoalitionInvitation, CoalitionInvitationAction } from './coalition-invitation.entity.js';
import { MadeCoalitionInvitation } from './coalition-invitation.view.js';
import { CoalitionInvitationsService } from './coalition-invitations.service.js';

const COALITION_ID = { name: 'coalitionId', type: () => ID } as const;
const INVITATION_ID = { name: 'invitationId', type: () => ID } as const;

/** Invitations as the coalition stewards see them. */
@Resolver(() => CoalitionInvitation)
export class CoalitionInvitationsResolver {
  constructor(
    private readonly invitations: CoalitionInvitationsService,
    private readonly access: AccessService,
  ) {}

  /** Invitations that have not expired. FORBIDDEN unless the viewer is coalition steward. */
  @Query(() => [CoalitionInvitation])
  coalitionInvitations(@CurrentViewer() viewer: Viewer, @Args(COALITION_ID) coalitionId: string) {
    return this.invitations.open(viewer, coalitionId);
  }

  @Mutation(() => MadeCoalitionInvitation)
  inviteToCoalition(@CurrentViewer() viewer: Viewer, @Args('input') input: InviteToCoalitionInput) {
    return this.invitations.make(viewer, input);
  }

  @Mutation(() => Boolean)
  withdrawCoalitionInvitation(@CurrentViewer() viewer: Viewer, @Args(INVITATION_ID) id: string) {
    return this.invitations.withdraw(viewer, id);
  }

  @ResolveField(() => Boolean)
  isLink(@Parent() { tokenHash }: CoalitionInvitation) {
    return tokenHash !== null;
  }

  @ResolveField(() => Group, {
    nullable: true,
    description: 'The invited group, if the viewer may see it.',
  })
  group(@CurrentViewer() viewer: Viewer, @Parent() { groupId }: CoalitionInvitation) {
    return groupId && this.access.loader(Group, viewer).load(groupId);
  }

  @ResolveField(() => Organisation, {
    nullable: true,
    description: 'The invited organisation, if the viewer may see it.',
  })
  organisation(@CurrentViewer() viewer: Viewer, @Parent() { organisationId }: CoalitionInvitation) {
    return organisationId && this.access.loader(Organisation, viewer).load(organisationId);
  }

  @ResolveField(() => ID, {
    nullable: true,
    description: 'The act that waits for approval, for whoever may read it.',
  })
  requestId(@CurrentViewer() viewer: Viewer, @Parent() { id }: CoalitionInvitation) {
    return this.invitations.requestOf(viewer, id);
  }

  @ResolveField(() => [CoalitionInvitationAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: CoalitionInvitation) {
    return this.access.viewerCan('CoalitionInvitation', id, viewer);
  }
}
