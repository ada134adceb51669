import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TermView } from '../taxonomy.view.js';
import { TERM_KINDS, type TermKind } from '../term.js';
import { TermWord } from './term-word.entity.js';

export const TermKindEnum = Object.fromEntries(TERM_KINDS.map((kind) => [kind, kind])) as Record<
  TermKind,
  TermKind
>;
registerEnumType(TermKindEnum, { name: 'TermKind' });

/** A term with its names and synonyms. */
@ObjectType()
export class TermWords {
  @Field(() => TermView)
  term!: TermView;

  @Field(() => TermKindEnum)
  kind!: TermKind;

  /** Built-in names in the three languages, and built-in synonyms. */
  @Field(() => [String])
  builtIn!: string[];

  /** Synonyms that this instance added. */
  @Field(() => [TermWord])
  own!: TermWord[];
}
