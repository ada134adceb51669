import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { PersonCard } from '#profiles/persons/person.view.js';
import { PersonsService } from '#profiles/persons/persons.service.js';
import { Organisation } from './organisation.entity.js';
import {
  OrganisationInvitation,
  OrganisationInvitationAction,
} from './organisation-invitation.entity.js';
import { OrganisationInvitationsService } from './organisation-invitations.service.js';
import { InviteToOrganisationInput } from './organisations.inputs.js';

const INVITATION_ID = { name: 'invitationId', type: () => ID } as const;

@Resolver(() => OrganisationInvitation)
export class OrganisationInvitationsResolver {
  constructor(
    private readonly invitations: OrganisationInvitationsService,
    private readonly access: AccessService,
    private readonly persons: PersonsService,
  ) {}

  @Query(() => [OrganisationInvitation], { description: 'Those that wait for the viewer.' })
  organisationInvitations(@CurrentViewer() viewer: Viewer) {
    return this.invitations.mine(viewer);
  }

  @Query(() => Int)
  organisationInvitationsWaiting(@CurrentViewer() viewer: Viewer) {
    return this.invitations.countMine(viewer);
  }

  @Query(() => [OrganisationInvitation], { description: 'Those that it sent and that are open.' })
  invitationsSent(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', { type: () => ID }) organisationId: string,
  ) {
    return this.invitations.of(viewer, organisationId);
  }

  @Mutation(() => Organisation)
  inviteToOrganisation(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: InviteToOrganisationInput,
  ) {
    return this.invitations.invite(viewer, input);
  }

  @Mutation(() => Boolean)
  async acceptOrganisationInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args(INVITATION_ID) id: string,
  ) {
    return Boolean(await this.invitations.accept(viewer, id));
  }

  @Mutation(() => Boolean)
  async declineOrganisationInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args(INVITATION_ID) id: string,
  ) {
    return Boolean(await this.invitations.decline(viewer, id));
  }

  @Mutation(() => Boolean)
  async withdrawOrganisationInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args(INVITATION_ID) id: string,
  ) {
    return Boolean(await this.invitations.withdraw(viewer, id));
  }

  @ResolveField(() => Organisation, { nullable: true })
  organisation(@CurrentViewer() viewer: Viewer, @Parent() one: OrganisationInvitation) {
    return this.access.loader(Organisation, viewer).load(one.organisationId);
  }

  /** The invited member. */
  @ResolveField(() => PersonCard, { nullable: true })
  async person(@CurrentViewer() viewer: Viewer, @Parent() { accountId }: OrganisationInvitation) {
    return (await this.persons.ofAccounts(viewer, [accountId])).get(accountId) ?? null;
  }

  @ResolveField(() => [OrganisationInvitationAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: OrganisationInvitation) {
    return this.access.viewerCan('OrganisationInvitation', id, viewer);
  }
}
