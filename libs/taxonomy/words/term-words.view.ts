import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TermView } from '../taxonomy.view.js';
import { TERM_KINDS, type TermKind } from '../term.js';
import { TermWord } from './term-word.entity.js';

export const TermKindEnum = Object.fromEntries(TERM_KINDS.map((kind) => [kind, kind])) as Record<
  TermKind,
  TermKind
>;
registerEnumType(TermKindEnum, { name: 'TermKind' });

/** A term and the words by which it is found. */
@ObjectType()
export class TermWords {
  @Field(() => TermView)
  term!: TermView;

  @Field(() => TermKindEnum)
  kind!: TermKind;

  /** Its names in the three languages, and the words that it has everywhere. */
  @Field(() => [String])
  builtIn!: string[];

  /** Those that this instance added. */
  @Field(() => [TermWord])
  own!: TermWord[];
}
