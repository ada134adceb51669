import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsEnum, IsString } from 'class-validator';
import { MultiLineText } from '#kernel/text.decorators.js';
import { Person } from '#profiles/persons/person.view.js';
import { ReopeningAction, ReopeningOpinion } from './reopening.entity.js';
import { WithdrawalReason } from '../vouches/vouch.entity.js';

/** An entry of the queue: shows that a reopening waits, not its content. */
@ObjectType()
export class ReopeningItem {
  @Field(() => ID)
  id!: string;

  /** Since when the reopening waits for reviewers. */
  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  /** When the viewer's own claim on the reopening ends; null without a claim. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  claimEndsAt!: Date | null;

  /** How many other reviewers have claimed the reopening and not written an opinion yet. */
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

/** How the member was admitted. The answers in the member's application are already destroyed. */
@ObjectType('CameIn')
export class AdmissionSummary {
  /** The month of the decision, such as `2026-03`. */
  @Field(() => String)
  month!: string;

  @Field(() => Int)
  vouchesNeeded!: number;

  @Field(() => Int)
  vouchesCounted!: number;

  @Field(() => Boolean)
  isFoundingRule!: boolean;
}

/** A reviewer's opinion and its reasons, without the reviewer's identity. */
@ObjectType('OpinionView')
export class ReopeningOpinionView {
  @Field(() => ReopeningOpinion)
  says!: ReopeningOpinion;

  @Field(() => String)
  words!: string;
}

/** The file of a reopening: the withdrawal and how the member was admitted. */
@ObjectType()
export class ReopeningFile {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  /** The member; null if the viewer may not see the member's name. */
  @Field(() => Person, { nullable: true })
  person!: Person | null;

  @Field(() => WithdrawalReason)
  reason!: WithdrawalReason;

  @Field(() => String, { nullable: true })
  words!: string | null;

  /** How the member was admitted; null if the decision is no longer stored. */
  @Field(() => AdmissionSummary, { nullable: true })
  cameIn!: AdmissionSummary | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  claimEndsAt!: Date | null;

  @Field(() => ReopeningOpinionView, { nullable: true })
  ownOpinion!: ReopeningOpinionView | null;

  /** The opinions of other reviewers; empty until the viewer has written an opinion. */
  @Field(() => [ReopeningOpinionView])
  otherOpinions!: ReopeningOpinionView[];

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

  /** The reasons for the opinion. Other reviewers read them, and so does moderation if it opens a matter. */
  @Field(() => String)
  @MultiLineText(1_000)
  words!: string;
}
