import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, For } from '#access/for.decorator.js';
import { Language } from '#kernel/language.js';
import type { Viewer } from '#policy/viewer.js';
import { TaxonomyService } from '../taxonomy.service.js';
import { TermView } from '../taxonomy.view.js';
import { TermWord } from './term-word.entity.js';
import { AddTermWordInput } from './term-words.inputs.js';
import { TermWordsService } from './term-words.service.js';
import { TermWords } from './term-words.view.js';

@For('administrator')
@Resolver(() => TermWord)
export class TermWordsResolver {
  constructor(
    private readonly words: TermWordsService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @Query(() => [TermWords])
  termWords(@Args('language', { type: () => Language }) language: Language) {
    return this.words.all(language);
  }

  /** Other terms that have the same synonym. A typed synonym becomes a chip of the first term that got it. */
  @ResolveField(() => [TermView])
  async alsoNames(
    @Parent() word: TermWord,
    @Args('language', { type: () => Language }) language: Language,
  ) {
    return this.taxonomy.terms(await this.words.alsoNamed(word), language);
  }

  @Mutation(() => TermWord)
  addTermWord(@Args('input') input: AddTermWordInput, @CurrentViewer() viewer: Viewer) {
    return this.words.add(viewer, input);
  }

  @Mutation(() => Boolean)
  removeTermWord(
    @Args('termWordId', { type: () => ID }) termWordId: string,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.words.remove(viewer, termWordId);
  }
}
