import { Injectable } from '@nestjs/common';
import { NotFound } from '#kernel/errors.js';
import type { Language } from '#kernel/language.js';
import type { TaxonomyView, TermView, RecognisedTermsView } from './taxonomy.view.js';
import type { Term } from './term.js';
import { findTerm, sortedTermList, regionsOf, type TermList } from './terms.js';
import { LexiconService } from './words/lexicon.service.js';

/** The reference data in the language of the reader. */
@Injectable()
export class TaxonomyService {
  private readonly views = new Map<Language, TaxonomyView>();

  constructor(private readonly vocabulary: LexiconService) {}

  /** All lists except the regions of countries. */
  in(language: Language): TaxonomyView {
    const view = this.views.get(language) ?? viewOf(language);
    this.views.set(language, view);
    return view;
  }

  /** First-level regions of a country, under their local names. */
  regions(countryId: string): TermView[] {
    const regions = regionsOf(countryId);
    if (!regions) throw new NotFound();
    return regions.map((term) => toTermView(term, 'es'));
  }

  /** Splits typed text into recognised terms and remaining words. */
  async read(text: string, language: Language): Promise<RecognisedTermsView> {
    const lexicon = await this.vocabulary.lexicon();
    const { terms, rest } = lexicon.read(text, language);
    return { terms: this.terms(terms, language), rest: [...rest] };
  }

  /** The terms of these ids in the given order, without unknown ids. */
  terms(ids: readonly string[], language: Language): TermView[] {
    return ids
      .map(findTerm)
      .filter((term) => term !== undefined)
      .map((term) => toTermView(term, language));
  }
}

export const toTermView = (term: Term, language: Language): TermView => ({
  id: term.id,
  name: term.name[language],
  shortName: term.shortName[language],
});

function viewOf(language: Language): TaxonomyView {
  const list = (name: TermList) =>
    sortedTermList(name, language).map((term) => toTermView(term, language));
  return {
    issueAreas: list('issueAreas'),
    practices: list('practices'),
    sharedTerritories: list('sharedTerritories'),
    countries: list('countries'),
    otherCountries: list('otherCountries'),
    worldLanguages: list('worldLanguages'),
    regionLanguages: list('regionLanguages'),
    signLanguages: list('signLanguages'),
    skills: list('skills'),
  };
}
