import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Language } from '#kernel/language.js';
import { PROFILE_FIELDS } from '#policy/facts/audiences.js';
import { TaxonomyService } from '#taxonomy/taxonomy.service.js';
import { TermView } from '#taxonomy/taxonomy.view.js';
import { ChosenGroupsService } from '../own-profile/chosen-groups.service.js';
import { AudienceEnum, ProfileField } from './profile-field.entity.js';

@Resolver(() => ProfileField)
export class ProfileFieldResolver {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly chosenGroups: ChosenGroupsService,
  ) {}

  /** The widest audience that the owner may choose for this field. */
  @ResolveField(() => AudienceEnum)
  ceiling(@Parent() { kind }: ProfileField) {
    return PROFILE_FIELDS[kind].ceiling;
  }

  @ResolveField(() => [TermView])
  terms(
    @Parent() { terms }: ProfileField,
    @Args('language', { type: () => Language }) language: Language,
  ) {
    return this.taxonomy.terms(terms, language);
  }

  /** The ids of the chosen groups, if `isForChosenGroups` is set. */
  @ResolveField(() => [ID])
  groupIds(@Parent() { id }: ProfileField) {
    return this.chosenGroups.of(id);
  }
}
