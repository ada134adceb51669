import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { Row } from '#database/row.js';

/** A text that administrators wrote in Spanish, and in the other languages where they have it. */
@ObjectType()
export class EmergencyText {
  @Field(() => String)
  es!: string;

  @Field(() => String, { nullable: true })
  pt!: string | null;

  @Field(() => String, { nullable: true })
  en!: string | null;
}

/** An emergency line: one service of the emergency list, with the number that people in danger call. */
@Entity()
@ObjectType()
export class EmergencyLine extends Row {
  /** The name of the service. */
  @Field(() => EmergencyText)
  @Column('jsonb')
  name!: EmergencyText;

  /** The situations in which the service helps. */
  @Field(() => EmergencyText)
  @Column('jsonb')
  purpose!: EmergencyText;

  /** The days and hours at which the service answers. */
  @Field(() => EmergencyText)
  @Column('jsonb')
  hours!: EmergencyText;

  /** The languages in which the service answers, as terms of the reference data. */
  @Column('text', { array: true })
  languages!: string[];

  /** The country or shared territory of the line, as a term; null for the whole region. */
  @Column('text', { nullable: true })
  territory!: string | null;

  /** The number as it is shown, with spaces: an international number, or a national number of one country. */
  @Field(() => String)
  @Column('text')
  phone!: string;

  /** Increased with each change. A request to change the line names the version that its requester read. */
  @Field(() => Int)
  @Column('integer', { default: 1 })
  version!: number;

  /** When administrators last confirmed the line: its last change, or a later review of the whole list. */
  @Column('timestamptz')
  reviewedAt!: Date;
}
