import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { createActionEnum } from '#access/action-enum.js';
import { Row } from '#database/row.js';
import { SealedColumn } from '#database/sealed-column.js';

/** A fact that a voucher claims to know at first hand. */
export enum Attestation {
  metInPerson = 'metInPerson',
  workedTogether = 'workedTogether',
  seenWork = 'seenWork',
  knowOrganisation = 'knowOrganisation',
  onlyOnline = 'onlyOnline',
}
registerEnumType(Attestation, { name: 'Attestation' });

/** How much an attestation tells a reviewer; heaviest first. */
export enum VouchWeight {
  strong = 'strong',
  some = 'some',
  light = 'light',
}
registerEnumType(VouchWeight, { name: 'VouchWeight' });

/** Why a vouch is withdrawn. */
export enum WithdrawalReason {
  /** The voucher's statement was wrong. */
  mistaken = 'mistaken',
  conduct = 'conduct',
  /** The voucher was pressured into giving it. */
  pressured = 'pressured',
  other = 'other',
}
registerEnumType(WithdrawalReason, { name: 'WithdrawalReason' });

export const VouchAction = createActionEnum('Vouch');

/** A member's statement about an applicant. The applicant's identity is never disclosed, not even to the voucher. */
@Entity()
@ObjectType()
export class Vouch extends Row {
  @Column('uuid')
  voucherId!: string;

  /** The application; null if the code did not match one. The voucher cannot tell the difference. */
  @Column('uuid', { nullable: true })
  applicationId!: string | null;

  /**
   * How voucher and applicant know each other. This text and the statement are null after the applicant's file was
   * destroyed.
   */
  @Field(() => String, { nullable: true })
  @SealedColumn({ nullable: true })
  relation!: string | null;

  @Field(() => String, { nullable: true })
  @SealedColumn({ nullable: true })
  statement!: string | null;

  @Field(() => [Attestation])
  @Column('text', { array: true })
  attestations!: Attestation[];

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => WithdrawalReason, { nullable: true })
  @Column('text', { nullable: true })
  withdrawalReason!: WithdrawalReason | null;

  /**
   * The voucher's text about the withdrawal, for readers of the file. If the applicant is already a member, the
   * reopening stores the text.
   */
  @Field(() => String, { nullable: true })
  @SealedColumn({ nullable: true })
  withdrawalWords!: string | null;
}
