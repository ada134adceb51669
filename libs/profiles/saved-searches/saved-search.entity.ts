import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';

/** The search terms of a saved search. */
export interface SavedSearchQuery {
  readonly chips: readonly string[];
  readonly words: string;
}

/** A saved search of the directory. Only its owner can read it. */
@Entity()
@ObjectType()
export class SavedSearch extends Row {
  @Column('uuid')
  accountId!: string;

  @Field(() => String)
  @SealedColumn()
  name!: string;

  /** The search itself. Its chips are sealed too, because they disclose the interests of the owner. */
  @SealedColumn()
  asked!: SavedSearchQuery;

  @Field(() => [ID])
  get chips(): readonly string[] {
    return this.asked.chips;
  }

  @Field(() => String)
  get words(): string {
    return this.asked.words;
  }
}
