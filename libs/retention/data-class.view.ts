import { Field, GraphQLISODateTime, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** The people responsible for a data class: the holders of a duty, or the person whom the data is about. */
export enum DataOwner {
  vet = 'vet',
  moderate = 'moderate',
  support = 'support',
  administer = 'administer',
  person = 'person',
}
registerEnumType(DataOwner, { name: 'DataOwner' });

/** The only purpose for which the data is stored. */
export enum DataPurpose {
  /** To decide on applications. */
  joining = 'joining',
  /** To act on reports and explain the decision. */
  safety = 'safety',
  /** To answer requests for support. */
  supporting = 'supporting',
  /** To decide consistently and know earlier decisions. */
  consistency = 'consistency',
  /** To sign people in and recognise their browsers. */
  signIn = 'signIn',
  /** To slow down password guessing. */
  guessing = 'guessing',
  /** For the person's own use. */
  ownUse = 'ownUse',
  /** To slow down collecting data about members. */
  collecting = 'collecting',
  /** To find people to work with. */
  finding = 'finding',
  /** To be read by its recipients. */
  talking = 'talking',
  /** To undo a deletion. */
  undoing = 'undoing',
  /** To limit repeated requests. */
  insisting = 'insisting',
  /** To process each event once. */
  delivery = 'delivery',
  /** To record which two people approved an act. */
  oversight = 'oversight',
  /** To prove that data was destroyed. */
  proof = 'proof',
}
registerEnumType(DataPurpose, { name: 'DataPurpose' });

/** A data class and its last run, without the data. */
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

  /** The time of the last successful run of the data class; null if there was none. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  ranAt!: Date | null;

  /** The number of rows that the last successful run destroyed. */
  @Field(() => Int)
  count!: number;

  /** The time since which every run failed; null after a successful run. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  failingSince!: Date | null;
}
