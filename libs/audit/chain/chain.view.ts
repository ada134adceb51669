import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { TamperingFinding, TamperingKind } from './tampering-findings.js';

const ChainFaultKind = {
  altered: 'altered',
  removed: 'removed',
  inserted: 'inserted',
  reordered: 'reordered',
  rewritten: 'rewritten',
  cut: 'cut',
} as const satisfies { readonly [K in TamperingKind]: K };
registerEnumType(ChainFaultKind, { name: 'ChainFaultKind' });

/** The end of the audit chain, to be stored outside the instance. */
@ObjectType()
export class AuditHead {
  @Field(() => Int)
  seq!: number;

  @Field(() => String)
  hash!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;
}

@ObjectType()
export class ChainEntry {
  @Field(() => Int)
  seq!: number;

  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class ChainFault implements TamperingFinding {
  @Field(() => ChainFaultKind)
  kind!: TamperingKind;

  @Field(() => Int)
  seq!: number;

  /** Null for removed entries. */
  @Field(() => ID, { nullable: true })
  id!: string | null;

  /** The last number of the removed entries. */
  @Field(() => Int, { nullable: true })
  upTo?: number;

  /** The number that a reordered entry was written with. */
  @Field(() => Int, { nullable: true })
  belongsAt?: number;

  /** The entry before an altered entry; either of the two may be the altered one. */
  @Field(() => ChainEntry, { nullable: true })
  behind?: ChainEntry;
}

/** The result of verifying one part of the chain. */
@ObjectType()
export class AuditVerification {
  /** The last number that was read; the next part begins after it. */
  @Field(() => Int)
  upTo!: number;

  @Field(() => Boolean)
  isDone!: boolean;

  /** The last number of the whole chain. */
  @Field(() => Int)
  total!: number;

  @Field(() => [ChainFault])
  faults!: ChainFault[];

  /** Number of further faults that are not listed. */
  @Field(() => Int)
  unnamed!: number;

  /** Number of heads that the chain was compared with. Without any, a cut-off end goes undetected. */
  @Field(() => Int)
  heads!: number;

  /** Number of unreadable lines in the stored heads. */
  @Field(() => Int)
  unreadableHeads!: number;
}
