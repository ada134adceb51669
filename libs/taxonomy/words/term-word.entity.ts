import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import { Language } from '#kernel/language.js';

/** A synonym that the instance added to a term. Typing it finds the term. */
@Entity()
@ObjectType()
@Unique(['termId', 'folded'])
export class TermWord extends Row {
  @Column('text')
  termId!: string;

  @Field(() => Language)
  @Column('text')
  language!: Language;

  @Field(() => String)
  @Column('text')
  word!: string;

  /** The folded form of the synonym, for comparison with typed text. */
  @Column('text')
  folded!: string;
}
