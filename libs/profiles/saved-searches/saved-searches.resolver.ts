import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { SavedSearch } from './saved-search.entity.js';
import { RenameSavedSearchInput, SaveSearchInput } from './saved-searches.inputs.js';
import { SavedSearchesService } from './saved-searches.service.js';

@Resolver(() => SavedSearch)
export class SavedSearchesResolver {
  constructor(private readonly searches: SavedSearchesService) {}

  @Query(() => [SavedSearch])
  savedSearches(@CurrentViewer() viewer: Viewer) {
    return this.searches.list(viewer);
  }

  @Mutation(() => SavedSearch)
  saveSearch(@Args('input') input: SaveSearchInput, @CurrentViewer() viewer: Viewer) {
    return this.searches.save(viewer, input);
  }

  @Mutation(() => SavedSearch)
  renameSavedSearch(@Args('input') input: RenameSavedSearchInput, @CurrentViewer() viewer: Viewer) {
    return this.searches.rename(viewer, input);
  }

  @Mutation(() => Boolean)
  deleteSavedSearch(
    @Args('savedSearchId', { type: () => ID }) savedSearchId: string,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.searches.remove(viewer, savedSearchId);
  }
}
