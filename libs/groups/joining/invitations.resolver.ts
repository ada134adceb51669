import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';
import { GroupInvitation, GroupInvitationAction } from './group-invitation.entity.js';
import { GroupInvitationInput } from '../groups.inputs.js';
import { InvitationsService } from './invitations.service.js';

const INVITATION_ID = { name: 'invitationId', type: () => ID } as const;

@Resolver(() => GroupInvitation)
export class InvitationsResolver {
  constructor(
    private readonly invitations: InvitationsService,
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
    return this.invitations.invite(viewer, input);
  }

  /** The same answer whether or not one was open. */
  @Mutation(() => Group)
  withdrawGroupInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: GroupInvitationInput,
  ) {
    return this.invitations.withdraw(viewer, input);
  }

  @Mutation(() => GroupInvitation)
  acceptGroupInvitation(@CurrentViewer() viewer: Viewer, @Args(INVITATION_ID) id: string) {
    return this.invitations.accept(viewer, id);
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
