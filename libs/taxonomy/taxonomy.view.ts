import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A term in the reader's language. Rows, filters and URLs store its id. */
@ObjectType('Term')
export class TermView {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  /** A short name for chips and narrow layouts. */
  @Field()
  shortName!: string;
}

/** The reference data in the reader's language. Each list is in display order. */
@ObjectType('Taxonomy')
export class TaxonomyView {
  @Field(() => [TermView])
  issueAreas!: TermView[];

  @Field(() => [TermView])
  practices!: TermView[];

  @Field(() => [TermView])
  sharedTerritories!: TermView[];

  /** The countries of Latin America and the Caribbean. */
  @Field(() => [TermView])
  countries!: TermView[];

  @Field(() => [TermView])
  otherCountries!: TermView[];

  @Field(() => [TermView])
  worldLanguages!: TermView[];

  /**
   * Indigenous and creole languages, and official languages of the region's states except Spanish, Portuguese and
   * English.
   */
  @Field(() => [TermView])
  regionLanguages!: TermView[];

  @Field(() => [TermView])
  signLanguages!: TermView[];

  @Field(() => [TermView])
  skills!: TermView[];
}

/** The terms and remaining words of typed text. */
@ObjectType('WordsRead')
export class RecognisedTermsView {
  @Field(() => [TermView])
  terms!: TermView[];

  /** The remaining words, which name no term, without accents and in lower case. */
  @Field(() => [String])
  rest!: string[];
}
