import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import { Group } from '#groups/group.entity.js';
import { Organisation } from '#organisations/organisation.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { CoalitionPreview } from '../coalition.view.js';
import { AcceptCoalitionInvitationInput, UseCoalitionLinkInput } from '../coalitions.inputs.js';
import { ParticipantView } from '../participants/participant.view.js';
import { ParticipantViewsService } from '../participants/participant-views.service.js';
import { AcceptInvitation } from './accept-invitation.js';
import { ReceivedCoalitionInvitation } from './coalition-invitation.view.js';
import { ReceivedCoalitionInvitationsService } from './received-coalition-invitations.service.js';

const INVITATION_ID = { name: 'invitationId', type: () => ID } as const;

/** Invitations as those see them who answer for a group or an organisation. */
@Resolver(() => ReceivedCoalitionInvitation)
export class ReceivedCoalitionInvitationsResolver {
  constructor(
    private readonly invitations: ReceivedCoalitionInvitationsService,
    private readonly accepting: AcceptInvitation,
    private readonly views: ParticipantViewsService,
    private readonly access: AccessService,
  ) {}

  /** Invitations that wait for an answer, to groups and organisations of which the viewer is steward or spokesperson. */
  @Query(() => [ReceivedCoalitionInvitation])
  receivedCoalitionInvitations(@CurrentViewer() viewer: Viewer) {
    return this.invitations.waiting(viewer);
  }

  @Query(() => Int)
  receivedCoalitionInvitationsWaiting(@CurrentViewer() viewer: Viewer) {
    return this.invitations.countWaiting(viewer);
  }

  /** The coalition of a link. The response is the same for every link that the viewer cannot use. */
  @Query(() => CoalitionPreview)
  linkedCoalition(
    @CurrentViewer() viewer: Viewer,
    @Args('token', { type: () => String }) token: string,
  ) {
    return this.invitations.look(viewer, token);
  }

  @Mutation(() => ParticipantView)
  async acceptCoalitionInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AcceptCoalitionInvitationInput,
  ) {
    return this.views.afterChange(viewer, await this.accepting.byId(viewer, input));
  }

  /** The inviting coalition stewards do not learn of it. */
  @Mutation(() => Boolean)
  declineCoalitionInvitation(@CurrentViewer() viewer: Viewer, @Args(INVITATION_ID) id: string) {
    return this.invitations.decline(viewer, id);
  }

  @Mutation(() => ParticipantView)
  async useCoalitionLink(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: UseCoalitionLinkInput,
  ) {
    return this.views.afterChange(viewer, await this.accepting.byLink(viewer, input));
  }

  @ResolveField(() => Group, { nullable: true })
  group(@CurrentViewer() viewer: Viewer, @Parent() { groupId }: ReceivedCoalitionInvitation) {
    return groupId && this.access.loader(Group, viewer).load(groupId);
  }

  @ResolveField(() => Organisation, { nullable: true })
  organisation(
    @CurrentViewer() viewer: Viewer,
    @Parent() { organisationId }: ReceivedCoalitionInvitation,
  ) {
    return organisationId && this.access.loader(Organisation, viewer).load(organisationId);
  }
}
