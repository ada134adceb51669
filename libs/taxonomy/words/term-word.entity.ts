import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { Row } from '#database/row.js';
import { Language } from '#kernel/language.js';

/** A word that the instance added to a term: whoever types it finds the term. */
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

  /** As it is compared with what is typed. */
  @Column('text')
  folded!: string;
}
