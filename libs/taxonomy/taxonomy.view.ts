import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A term in the reader's language. Its id is what rows, filters and addresses keep. */
@ObjectType('Term')
export class TermView {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  /** For chips and narrow places. */
  @Field()
  shortName!: string;
}

/** The reference data in the reader's language, each list in the order in which it is shown. */
@ObjectType('Taxonomy')
export class TaxonomyView {
  @Field(() => [TermView])
  issueAreas!: TermView[];

  @Field(() => [TermView])
  practices!: TermView[];

  @Field(() => [TermView])
  sharedTerritories!: TermView[];

  /** Latin America and the Caribbean. */
  @Field(() => [TermView])
  countries!: TermView[];

  @Field(() => [TermView])
  otherCountries!: TermView[];

  @Field(() => [TermView])
  worldLanguages!: TermView[];

  /** Languages that were here first, those that grew here, and those of its states but Spanish, Portuguese and English. */
  @Field(() => [TermView])
  regionLanguages!: TermView[];

  @Field(() => [TermView])
  signLanguages!: TermView[];

  @Field(() => [TermView])
  skills!: TermView[];
}

/** What typed words ask for. */
@ObjectType()
export class WordsRead {
  @Field(() => [TermView])
  terms!: TermView[];

  /** Words that name no term, without accents, in lower case. */
  @Field(() => [String])
  rest!: string[];
}
