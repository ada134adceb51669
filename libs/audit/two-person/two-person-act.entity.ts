import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';
import type { Approver, TwoPersonState as State } from '#policy/facts/member-facts.js';

export const TwoPersonState = {
  waiting: 'waiting',
  approved: 'approved',
  refused: 'refused',
  withdrawn: 'withdrawn',
  expired: 'expired',
} as const satisfies { readonly [S in State]: S };
registerEnumType(TwoPersonState, { name: 'TwoPersonState' });

export const TwoPersonActAction = createActionEnum('TwoPersonAct');

/** Ids and small values that define the requested act. */
export type TwoPersonPayload = Readonly<Record<string, unknown>>;

/**
 * An act of the two-person rule (R2): one account requests it, another approves it within a day, and the approval
 * executes it.
 */
@Entity()
@ObjectType()
export class TwoPersonAct extends Row {
  /** The kind, registered by the feature that executes it, such as `grantDuty`. */
  @Field(() => String)
  @Column('text')
  kind!: string;

  /** Identifies the object of the act among acts of this kind. Only one request per kind and key can wait. */
  @Column('text')
  subjectKey!: string;

  @Column('text')
  approver!: Approver;

  /** The group whose stewards approve the act. */
  @Column('uuid', { nullable: true })
  scopeId!: string | null;

  /** The alliance whose other side approves the act. */
  @Column('uuid', { nullable: true })
  allianceId!: string | null;

  /** The account that the act is about. It never sees the request. */
  @Column('uuid', { nullable: true })
  aboutId!: string | null;

  @Column('uuid')
  requestedById!: string;

  @SealedColumn()
  payload!: TwoPersonPayload;

  /** The reason, written for the approver. It is never in the audit log, and is deleted with the row. */
  @Field(() => String)
  @SealedColumn()
  reason!: string;

  @Column('text', { default: TwoPersonState.waiting })
  state!: State;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  askedAt!: Date;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz')
  expiresAt!: Date;

  /** The account that approved or refused the act. */
  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
