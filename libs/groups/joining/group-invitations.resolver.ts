import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';
import { GroupInvitation, GroupInvitationAction } from './group-invitation.entity.js';
import { AcceptGroupInvitationArgs, GroupInvitationInput } from '../groups.inputs.js';
import { GroupInvitationsService } from './group-invitations.service.js';
import { SentGroupInvitationView } from './sent-group-invitation.view.js';
import { SentGroupInvitationsService } from './sent-group-invitations.service.js';
import { SentGroupInvitationMapper } from './sent-group-invitation-mapper.js';

const INVITATION_ID = { name: 'invitationId', type: () => ID } as const;

@Resolver(() => GroupInvitation)
export class GroupInvitationsResolver {
  constructor(
    private readonly invitations: GroupInvitationsService,
    private readonly sent: SentGroupInvitationsService,
    private readonly shown: SentGroupInvitationMapper,
    private readonly access: AccessService,
  ) {}

  @Query(() => [GroupInvitation])
  groupInvitations(@CurrentViewer() viewer: Viewer) {
    return this.invitations.mine(viewer);
  }

  @Query(() => Int)
  groupInvitationsWaiting(@CurrentViewer() viewer: Viewer) {
    return this.invitations.countMine(viewer);
  }

  @Mutation(() => Group)
  inviteToGroup(@CurrentViewer() viewer: Viewer, @Args('input') input: GroupInvitationInput) {
    return this.sent.invite(viewer, input);
  }

  /**
   * Invitations into one group that were sent within 14 days and not withdrawn. FORBIDDEN unless the viewer is a
   * steward.
   */
  @Query(() => [SentGroupInvitationView])
  async sentGroupInvitations(
    @CurrentViewer() viewer: Viewer,
    @Args('groupId', { type: () => ID }) groupId: string,
  ) {
    return this.shown.all(viewer, await this.sent.open(viewer, groupId));
  }

  @Mutation(() => Boolean)
  withdrawSentGroupInvitation(@CurrentViewer() viewer: Viewer, @Args(INVITATION_ID) id: string) {
    return this.sent.withdraw(viewer, id);
  }

  @Mutation(() => GroupInvitation)
  acceptGroupInvitation(@CurrentViewer() viewer: Viewer, @Args() args: AcceptGroupInvitationArgs) {
    return this.invitations.accept(viewer, args);
  }

  @Mutation(() => GroupInvitation)
  declineGroupInvitation(@CurrentViewer() viewer: Viewer, @Args(INVITATION_ID) id: string) {
    return this.invitations.decline(viewer, id);
  }

  @ResolveField(() => Group, { nullable: true })
  group(@CurrentViewer() viewer: Viewer, @Parent() { groupId }: GroupInvitation) {
    return this.access.loader(Group, viewer).load(groupId);
  }

  @ResolveField(() => [GroupInvitationAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: GroupInvitation) {
    return this.access.viewerCan('GroupInvitation', id, viewer);
  }
}
