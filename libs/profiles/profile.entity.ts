import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** What a member says of themself, as its owner sees it; what others see is a Person. */
@Entity()
@ObjectType()
export class Profile extends Row {
  @Column('uuid', { unique: true })
  accountId!: string;

  /** The answer to the one question at joining, "may vetted members find you by your work?"; null until it is given. */
  @Field(() => Boolean, { nullable: true })
  @Column('boolean', { nullable: true })
  mayBeFound!: boolean | null;

  /** Whether one can ask them for an introduction now; whoever finds the card reads it. */
  @Field()
  @Column('boolean', { default: true })
  takesRequests!: boolean;

  /** Whether its owner lets themself be counted in the work map. */
  @Field(() => Boolean)
  @Column('boolean', { default: true })
  isCounted!: boolean;

  /** Months since the year 0 of the last change that every member could see: it orders the directory and tells no more. */
  @Column('int')
  freshMonth!: number;
}

/** The month of a moment as one number. */
export const monthOf = (at: Date): number => at.getUTCFullYear() * 12 + at.getUTCMonth();
