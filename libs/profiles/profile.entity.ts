import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** A profile as its owner sees it. Other members see a `Person`. */
@Entity()
@ObjectType()
export class Profile extends Row {
  @Column('uuid', { unique: true })
  accountId!: string;

  /** The answer to "may vetted members find you by your work?", asked when joining; null until answered. */
  @Field(() => Boolean, { nullable: true })
  @Column('boolean', { nullable: true })
  mayBeFound!: boolean | null;

  /** Whether the member takes requests for introductions now. Every viewer of the profile sees it. */
  @Field()
  @Column('boolean', { default: true })
  takesRequests!: boolean;

  /** Whether the member is counted in the work map. */
  @Field(() => Boolean)
  @Column('boolean', { default: true })
  isCounted!: boolean;

  /**
   * The month of the last change visible to every member, counted from the year 0. The directory is sorted by it. The
   * exact time is not stored, so the order cannot disclose it.
   */
  @Column('int')
  freshMonth!: number;
}

/** The number of months since the year 0. */
export const monthNumberOf = (at: Date): number => at.getUTCFullYear() * 12 + at.getUTCMonth();
