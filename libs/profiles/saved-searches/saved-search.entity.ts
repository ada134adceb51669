import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';

/** What a search of the directory asks for. */
export interface Asked {
  readonly chips: readonly string[];
  readonly words: string;
}

/** A search of the directory that a member keeps under a name. Nobody else reads it, and nothing is found by it. */
@Entity()
@ObjectType()
export class SavedSearch extends Row {
  @Column('uuid')
  accountId!: string;

  @Field(() => String)
  @Sealed()
  name!: string;

  /** Chips too: what somebody looks for tells of them. */
  @Sealed()
  asked!: Asked;

  @Field(() => [ID])
  get chips(): readonly string[] {
    return this.asked.chips;
  }

  @Field(() => String)
  get words(): string {
    return this.asked.words;
  }
}
