import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsEnum, IsString } from 'class-validator';
import { Paragraphs } from '#kernel/text.decorators.js';
import { Person } from '#profiles/persons/person.view.js';
import { ReopeningAction, ReopeningOpinion } from './reopening.entity.js';
import { WithdrawalReason } from '../vouches/vouch.entity.js';

/** One line of the desk: that somebody's review is open again, without opening it. */
@ObjectType()
export class ReopeningItem {
  @Field(() => ID)
  id!: string;

  /** Since when it waits. */
  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  /** When the viewer's own claim ends; null without one. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  claimEndsAt!: Date | null;

  /** How many others are reading it now. */
  @Field(() => Int)
  otherReaders!: number;

  @Field(() => Int)
  opinionsWritten!: number;

  @Field(() => Boolean)
  isJudgedByMe!: boolean;
}

@ObjectType()
export class ReopeningPage {
  @Field(() => [ReopeningItem])
  items!: ReopeningItem[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}

/** How the member came in: not what they said then, which is destroyed. */
@ObjectType()
export class CameIn {
  /** The month of the decision: `2026-03`. */
  @Field(() => String)
  month!: string;

  @Field(() => Int)
  vouchesNeeded!: number;

  @Field(() => Int)
  vouchesCounted!: number;

  @Field(() => Boolean)
  isFoundingRule!: boolean;
}

/** What one who vets thinks, and why. Who it is is told to nobody. */
@ObjectType()
export class OpinionView {
  @Field(() => ReopeningOpinion)
  says!: ReopeningOpinion;

  @Field(() => String)
  words!: string;
}

/** What whoever looks again reads: the withdrawal, and how the member came in. */
@ObjectType()
export class ReopeningFile {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  /** Null when their name is not for the viewer. */
  @Field(() => Person, { nullable: true })
  person!: Person | null;

  @Field(() => WithdrawalReason)
  reason!: WithdrawalReason;

  @Field(() => String, { nullable: true })
  words!: string | null;

  /** Null when the decision is not kept any more. */
  @Field(() => CameIn, { nullable: true })
  cameIn!: CameIn | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  claimEndsAt!: Date | null;

  @Field(() => OpinionView, { nullable: true })
  ownOpinion!: OpinionView | null;

  /** Empty until one's own is written. */
  @Field(() => [OpinionView])
  otherOpinions!: OpinionView[];

  @Field(() => [ReopeningAction])
  viewerCan!: string[];
}

@InputType()
export class JudgeReopeningInput {
  @Field(() => ID)
  @IsString()
  id!: string;

  @Field(() => ReopeningOpinion)
  @IsEnum(ReopeningOpinion)
  says!: ReopeningOpinion;

  /** For whoever looks again too, and for moderation if it comes to that. */
  @Field(() => String)
  @Paragraphs(1_000)
  words!: string;
}
