import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer, For } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { Invitation, InvitationAction } from './invitation.entity.js';
import { InvitationWithLink, MyInvitations } from './application-invitation.view.js';
import { ApplicationInvitationInput } from './application-invitation.inputs.js';
import { ApplicationInvitationsService } from './application-invitations.service.js';

@For('member', 'administrator')
@Resolver(() => Invitation)
export class ApplicationInvitationsResolver {
  constructor(
    private readonly invitations: ApplicationInvitationsService,
    private readonly access: AccessService,
  ) {}

  @Query(() => MyInvitations)
  async myInvitations(@CurrentViewer() viewer: Viewer): Promise<MyInvitations> {
    const items = await this.invitations.listOwn(viewer);
    return { items, left: await this.invitations.left(viewer) };
  }

  /** Creates an invitation link. Only this response contains the link. */
  @Mutation(() => InvitationWithLink)
  makeInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ApplicationInvitationInput,
  ): Promise<InvitationWithLink> {
    return this.invitations.make(viewer, input);
  }

  @Mutation(() => Invitation)
  revokeInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Invitation> {
    return this.invitations.revoke(viewer, id);
  }

  /** Whether the invitation can still be used. The value is the same for used, revoked and expired invitations. */
  @ResolveField(() => Boolean)
  isOpen(@Parent() invitation: Invitation): boolean {
    return this.invitations.isOpen(invitation);
  }

  @ResolveField(() => [InvitationAction])
  viewerCan(@Parent() { id }: Invitation, @CurrentViewer() viewer: Viewer) {
    return this.access.viewerCan('Invitation', id, viewer);
  }
}
