import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Language } from '#kernel/language.js';
import { TaxonomyService } from '#taxonomy/taxonomy.service.js';
import { TermView } from '#taxonomy/taxonomy.view.js';
import type { FieldKind } from '../own-profile/field-values.js';
import { PersonCard } from './person.view.js';
import { PersonsService } from './persons.service.js';

export const LanguageArgument = () => Args('language', { type: () => Language });

/** Fields shared by cards and full profiles. A field that the viewer may not see resolves like an empty one. */
@Resolver(() => PersonCard)
export class PersonCardResolver {
  constructor(
    protected readonly persons: PersonsService,
    private readonly taxonomy: TaxonomyService,
  ) {}

  @ResolveField(() => String, { nullable: true })
  name(@Parent() card: PersonCard) {
    return this.text(card, 'name');
  }

  @ResolveField(() => String, { nullable: true })
  colour(@Parent() card: PersonCard) {
    return this.text(card, 'colour');
  }

  @ResolveField(() => String, { nullable: true, description: 'GET /files/avatar/<it>/96 or /256' })
  avatar(@Parent() card: PersonCard) {
    return this.text(card, 'avatar');
  }

  @ResolveField(() => [TermView])
  issueAreas(@Parent() card: PersonCard, @LanguageArgument() language: Language) {
    return this.terms(card, 'issueAreas', language);
  }

  @ResolveField(() => [TermView])
  practices(@Parent() card: PersonCard, @LanguageArgument() language: Language) {
    return this.terms(card, 'practices', language);
  }

  @ResolveField(() => [TermView])
  territories(@Parent() card: PersonCard, @LanguageArgument() language: Language) {
    return this.terms(card, 'territories', language);
  }

  @ResolveField(() => [TermView])
  languages(@Parent() card: PersonCard, @LanguageArgument() language: Language) {
    return this.terms(card, 'languages', language);
  }

  @ResolveField(() => [TermView], { description: 'Languages between which they can interpret.' })
  interprets(@Parent() card: PersonCard, @LanguageArgument() language: Language) {
    return this.terms(card, 'interprets', language);
  }

  protected async text(card: PersonCard, kind: FieldKind): Promise<string | null> {
    return (await this.persons.visible(card)).get(kind)?.text || null;
  }

  protected async terms(card: PersonCard, kind: FieldKind, language: Language) {
    const field = (await this.persons.visible(card)).get(kind);
    return this.taxonomy.terms(field?.terms ?? [], language);
  }
}
