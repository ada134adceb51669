import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { CurrentViewer } from '#access/for.decorator.js';
import type { Viewer } from '#policy/viewer.js';
import { SuggestMeetingInput } from '../introductions.inputs.js';
import { MakeSuggestion } from './make-suggestion.js';
import { SuggestedMeeting } from './suggested-meeting.view.js';
import { Suggestion, SuggestionAction } from './suggestion.entity.js';
import { SuggestionsService } from './suggestions.service.js';

const SUGGESTION_ID = { name: 'suggestionId', type: () => ID } as const;

@Resolver(() => Suggestion)
export class SuggestionsResolver {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly making: MakeSuggestion,
    private readonly access: AccessService,
  ) {}

  @Query(() => [Suggestion], { name: 'suggestions' })
  list(@CurrentViewer() viewer: Viewer) {
    return this.suggestions.list(viewer);
  }

  @Mutation(() => Boolean, { description: 'Always true: what becomes of it is between the two.' })
  suggestMeeting(@CurrentViewer() viewer: Viewer, @Args('input') input: SuggestMeetingInput) {
    return this.making.make(viewer, input);
  }

  @Mutation(() => Boolean)
  agreeToSuggestion(@CurrentViewer() viewer: Viewer, @Args(SUGGESTION_ID) id: string) {
    return this.suggestions.agree(viewer, id);
  }

  @Mutation(() => Boolean)
  lapseSuggestion(@CurrentViewer() viewer: Viewer, @Args(SUGGESTION_ID) id: string) {
    return this.suggestions.lapse(viewer, id);
  }

  @ResolveField(() => SuggestedMeeting)
  meeting(@CurrentViewer() viewer: Viewer, @Parent() { id }: Suggestion) {
    return this.suggestions.meeting(viewer, id);
  }

  @ResolveField(() => [SuggestionAction])
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() { id }: Suggestion) {
    return this.access.viewerCan('Suggestion', id, viewer);
  }
}
