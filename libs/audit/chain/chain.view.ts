import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fault, FaultKind } from './chain-faults.js';

const ChainFaultKind = {
  altered: 'altered',
  removed: 'removed',
  inserted: 'inserted',
  reordered: 'reordered',
  rewritten: 'rewritten',
  cut: 'cut',
} as const satisfies { readonly [K in FaultKind]: K };
registerEnumType(ChainFaultKind, { name: 'ChainFaultKind' });

/** The end of the audit chain, to be kept elsewhere. */
@ObjectType()
export class AuditHead {
  @Field(() => Int)
  seq!: number;

  @Field(() => String)
  hash!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;
}

/** An entry of the chain, by its number and id. */
@ObjectType()
export class ChainEntry {
  @Field(() => Int)
  seq!: number;

  @Field(() => ID)
  id!: string;
}

/** One place at which the chain does not hold. */
@ObjectType()
export class ChainFault implements Fault {
  @Field(() => ChainFaultKind)
  kind!: FaultKind;

  @Field(() => Int)
  seq!: number;

  /** Null of entries that are gone. */
  @Field(() => ID, { nullable: true })
  id!: string | null;

  /** The last number of those that are gone. */
  @Field(() => Int, { nullable: true })
  upTo?: number;

  /** The number under which a reordered entry was written. */
  @Field(() => Int, { nullable: true })
  belongsAt?: number;

  /** The entry before an altered one: either of the two may be the one that was changed. */
  @Field(() => ChainEntry, { nullable: true })
  behind?: ChainEntry;
}

/** What was found in one part of the chain. */
@ObjectType()
export class AuditVerification {
  /** The number up to which the chain was read: the next part begins behind it. */
  @Field(() => Int)
  upTo!: number;

  @Field(() => Boolean)
  isDone!: boolean;

  /** The last number of the whole chain. */
  @Field(() => Int)
  total!: number;

  @Field(() => [ChainFault])
  faults!: ChainFault[];

  /** How many more places do not fit than those that are named. */
  @Field(() => Int)
  unnamed!: number;

  /** With how many kept heads it was compared; without any a cut end cannot be seen. */
  @Field(() => Int)
  heads!: number;

  /** Lines among the kept heads that are none. */
  @Field(() => Int)
  unreadableHeads!: number;
}
