import { Field, GraphQLISODateTime, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** Who answers for a kind of data: a duty, or whoever it is of. */
export enum DataOwner {
  vet = 'vet',
  moderate = 'moderate',
  administer = 'administer',
  person = 'person',
}
registerEnumType(DataOwner, { name: 'DataOwner' });

/** What it is kept for, and for nothing else. */
export enum DataPurpose {
  /** To decide who joins. */
  joining = 'joining',
  /** To act on what was reported, and to say why. */
  safety = 'safety',
  /** To decide alike, and to know of an earlier decision. */
  consistency = 'consistency',
  /** To let somebody in, and to know their browser again. */
  signIn = 'signIn',
  /** To slow down whoever guesses. */
  guessing = 'guessing',
  /** To let somebody remember what is their own. */
  ownUse = 'ownUse',
  /** To slow down whoever collects people. */
  collecting = 'collecting',
  /** To find whom to work with. */
  finding = 'finding',
  /** To be read by those whom it was said to. */
  talking = 'talking',
  /** To take something back. */
  undoing = 'undoing',
  /** That nobody is asked again and again. */
  insisting = 'insisting',
  /** To do each thing once. */
  delivery = 'delivery',
  /** That two people answer for what was done. */
  oversight = 'oversight',
  /** To show that something was destroyed. */
  proof = 'proof',
}
registerEnumType(DataPurpose, { name: 'DataPurpose' });

/** A data class and how its clock goes. Nothing of what is in it. */
@ObjectType('DataClass')
export class DataClassView {
  @Field(() => String)
  name!: string;

  @Field(() => DataOwner)
  owner!: DataOwner;

  @Field(() => DataPurpose)
  purpose!: DataPurpose;

  @Field(() => Int)
  lastsHours!: number;

  /** When its clock last ran to the end; null before the first time. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  ranAt!: Date | null;

  /** How much that run destroyed. */
  @Field(() => Int)
  count!: number;

  /** Since when every run failed; null while they go well. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  failingSince!: Date | null;
}
