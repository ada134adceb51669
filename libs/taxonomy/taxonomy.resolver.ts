import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { For } from '#access/for.decorator.js';
import { Language } from '#kernel/language.js';
import { RecogniseTermsArgs } from './taxonomy.inputs.js';
import { TaxonomyService } from './taxonomy.service.js';
import { TaxonomyView, TermView, RecognisedTermsView } from './taxonomy.view.js';

@Resolver(() => TaxonomyView)
export class TaxonomyResolver {
  constructor(private readonly taxonomy: TaxonomyService) {}

  @For('anyone')
  @Query(() => TaxonomyView, { name: 'taxonomy' })
  all(@Args('language', { type: () => Language }) language: Language) {
    return this.taxonomy.in(language);
  }

  @For('anyone')
  @Query(() => [TermView])
  regions(@Args('country', { type: () => ID }) country: string) {
    return this.taxonomy.regions(country);
  }

  @Query(() => RecognisedTermsView)
  readWords(@Args() { text, language }: RecogniseTermsArgs) {
    return this.taxonomy.read(text, language);
  }
}
