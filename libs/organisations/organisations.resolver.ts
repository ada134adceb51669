import {
  Args,
  GraphQLISODateTime,
  ID,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { TermSearchArgs } from '#taxonomy/words/term-search.view.js';
import { CreateOrganisation } from './create-organisation.js';
import { Organisation, OrganisationAction, OrganisationAudience } from './organisation.entity.js';
import { OrganisationPage, OrganisationPerson } from './organisation.view.js';
import { OrganisationFieldsForViewerService } from './organisation-fields-for-viewer.service.js';
import { OrganisationSearchService } from './organisation-search.service.js';
import { EditOrganisationInput, CreateOrganisationInput } from './organisations.inputs.js';
import { OrganisationsService } from './organisations.service.js';

const ORGANISATION_ID = { name: 'organisationId', type: () => ID } as const;

@Resolver(() => Organisation)
export class OrganisationsResolver {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly founding: CreateOrganisation,
    private readonly inside: OrganisationFieldsForViewerService,
    private readonly found: OrganisationSearchService,
  ) {}

  @Query(() => OrganisationPage, { name: 'organisations' })
  list(@CurrentViewer() viewer: Viewer, @Args() args: TermSearchArgs) {
    return this.found.list(viewer, args);
  }

  @Query(() => [Organisation])
  myOrganisations(@CurrentViewer() viewer: Viewer) {
    return this.organisations.mine(viewer);
  }

  @Query(() => Organisation)
  organisation(
    @CurrentViewer() viewer: Viewer,
    @Args('slug', { type: () => String }) slug: string,
  ) {
    return this.organisations.bySlug(viewer, slug);
  }

  @Mutation(() => Organisation)
  foundOrganisation(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: CreateOrganisationInput,
  ) {
    return this.founding.found(viewer, input);
  }

  @Mutation(() => Organisation)
  editOrganisation(@CurrentViewer() viewer: Viewer, @Args('input') input: EditOrganisationInput) {
    return this.organisations.edit(viewer, input);
  }

  @Mutation(() => Organisation)
  endOrganisation(@CurrentViewer() viewer: Viewer, @Args(ORGANISATION_ID) id: string) {
    return this.organisations.end(viewer, id);
  }

  @Mutation(() => Organisation)
  keepOrganisation(@CurrentViewer() viewer: Viewer, @Args(ORGANISATION_ID) id: string) {
    return this.organisations.keep(viewer, id);
  }

  @ResolveField(() => OrganisationAudience, { nullable: true, description: 'Told to its people.' })
  audience(@CurrentViewer() viewer: Viewer, @Parent() organisation: Organisation) {
    return this.inside.audience(viewer, organisation);
  }

  /** When the organisation will be deleted; null unless it was ended. Only its people see an ended organisation. */
  @ResolveField(() => GraphQLISODateTime, { nullable: true })
  endsAt(@Parent() organisation: Organisation) {
    return this.inside.endsAt(organisation);
  }

  @ResolveField(() => [ID], { description: 'Chosen groups; told to whoever speaks for it.' })
  groupIds(@CurrentViewer() viewer: Viewer, @Parent() organisation: Organisation) {
    return this.inside.groupIds(viewer, organisation);
  }

  @ResolveField(() => OrganisationPerson, { nullable: true })
  myAffiliation(@CurrentViewer() viewer: Viewer, @Parent() organisation: Organisation) {
    return this.inside.mine(viewer, organisation);
  }

  @ResolveField(() => [OrganisationAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: Organisation) {
    return this.inside.viewerCan(viewer, id);
  }
}
