import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';
import type { SupportKind } from './support-request.entity.js';

/** A supporter as requesters see them: the work name, and neither the account nor the profile. Exclusions name its id. */
@Entity()
@ObjectType()
export class Supporter extends Row {
  @Column('uuid', { unique: true })
  accountId!: string;

  /** Null 30 days after the supporter lost the duty. */
  @Field(() => String)
  @Column('text', { nullable: true })
  workName!: string | null;

  /** The work name before the last change, which no other supporter can take. */
  @Column('text', { nullable: true })
  formerWorkName!: string | null;

  /** When the work name was last changed; null if never. */
  @Column('timestamptz', { nullable: true })
  renamedAt!: Date | null;

  /** Since when the supporter rests, by their own choice; null if they do not. */
  @Column('timestamptz', { nullable: true })
  restingSince!: Date | null;

  /** Until when the supporter gets no urgent request, after they closed an urgent case; null if they never did. */
  @Column('timestamptz', { nullable: true })
  urgentRestEndsAt!: Date | null;

  /** The kinds of request that the supporter takes; empty for all. */
  @Column('text', { array: true, default: [] })
  takenKinds!: SupportKind[];

  /** The days on which the supporter is on duty, in the zone of the working hours: 1 is Monday, 7 Sunday. */
  @Column('smallint', { array: true, default: [] })
  rotaDays!: number[];

  /** When the account last stopped being a supporter; it may be one again. */
  @Column('timestamptz', { nullable: true })
  leftAt!: Date | null;
}
