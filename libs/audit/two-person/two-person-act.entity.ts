import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';
import type { Approver, TwoPersonState as State } from '#policy/facts/member-facts.js';

export const TwoPersonState = {
  waiting: 'waiting',
  approved: 'approved',
  refused: 'refused',
  withdrawn: 'withdrawn',
  expired: 'expired',
} as const satisfies { readonly [S in State]: S };
registerEnumType(TwoPersonState, { name: 'TwoPersonState' });

export const TwoPersonActAction = actionEnum('TwoPersonAct');

/** Ids and small values: exactly what is asked for. */
export type Payload = Readonly<Record<string, unknown>>;

/** An act of R2: asked for by one, approved by another within a day, done in the moment of the approval. */
@Entity()
@ObjectType()
export class TwoPersonAct extends Row {
  /** Registered by the feature that does it: `grantDuty`. */
  @Field(() => String)
  @Column('text')
  kind!: string;

  /** What it is about, in the words of its kind; of one kind and key only one request waits. */
  @Column('text')
  subjectKey!: string;

  @Column('text')
  approver!: Approver;

  /** The group whose stewards approve it. */
  @Column('uuid', { nullable: true })
  scopeId!: string | null;

  /** The alliance of which the other approves it. */
  @Column('uuid', { nullable: true })
  allianceId!: string | null;

  /** The account that it is about, which never sees the request. */
  @Column('uuid', { nullable: true })
  aboutId!: string | null;

  @Column('uuid')
  requestedById!: string;

  @Sealed()
  payload!: Payload;

  /** Why, in words for whoever approves; never audited, and gone with the row. */
  @Field(() => String)
  @Sealed()
  reason!: string;

  @Column('text', { default: TwoPersonState.waiting })
  state!: State;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  askedAt!: Date;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  expiresAt!: Date;

  /** Who approved or refused it. */
  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
