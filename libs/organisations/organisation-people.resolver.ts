import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { AffiliationsService } from './affiliations.service.js';
import {
  AffiliationAction,
  OrganisationPerson,
  OrganisationPersonPage,
} from './organisation.view.js';
import { OrganisationPersonMapper } from './organisation-person-mapper.js';
import { AffiliationAudienceInput } from './organisations.inputs.js';

const AFFILIATION_ID = { name: 'affiliationId', type: () => ID } as const;

@Resolver(() => OrganisationPerson)
export class OrganisationPeopleResolver {
  constructor(
    private readonly affiliations: AffiliationsService,
    private readonly shown: OrganisationPersonMapper,
    private readonly access: AccessService,
  ) {}

  @Query(() => OrganisationPersonPage)
  async organisationPeople(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', { type: () => ID }) organisationId: string,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ) {
    return this.shown.page(viewer, await this.affiliations.list(viewer, organisationId, after));
  }

  @Mutation(() => Boolean)
  setAffiliationAudience(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { affiliationId, audience }: AffiliationAudienceInput,
  ) {
    return this.affiliations.setAudience(viewer, affiliationId, audience);
  }

  @Mutation(() => Boolean)
  leaveOrganisation(@CurrentViewer() viewer: Viewer, @Args(AFFILIATION_ID) id: string) {
    return this.affiliations.leave(viewer, id);
  }

  @Mutation(() => Boolean)
  removeAffiliation(@CurrentViewer() viewer: Viewer, @Args(AFFILIATION_ID) id: string) {
    return this.affiliations.remove(viewer, id);
  }

  @Mutation(() => Boolean)
  handOverOrganisation(@CurrentViewer() viewer: Viewer, @Args(AFFILIATION_ID) id: string) {
    return this.affiliations.handOver(viewer, id);
  }

  @ResolveField(() => [AffiliationAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: OrganisationPerson) {
    return this.access.viewerCan('Affiliation', id, viewer);
  }
}
