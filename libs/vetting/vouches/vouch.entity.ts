import { Field, GraphQLISODateTime, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import { actionEnum } from '#access/viewer-can.js';
import { Row } from '#database/row.js';
import { Sealed } from '#database/sealed.js';

/** What a voucher says they know at first hand. */
export enum Attestation {
  metInPerson = 'metInPerson',
  workedTogether = 'workedTogether',
  seenWork = 'seenWork',
  knowOrganisation = 'knowOrganisation',
  onlyOnline = 'onlyOnline',
}
registerEnumType(Attestation, { name: 'Attestation' });

/** What attestations weigh for whoever reads them; the heaviest first. */
export enum VouchWeight {
  strong = 'strong',
  some = 'some',
  light = 'light',
}
registerEnumType(VouchWeight, { name: 'VouchWeight' });

/** Why somebody takes a vouch back, in a word. */
export enum WithdrawalReason {
  /** What they said is not so. */
  mistaken = 'mistaken',
  conduct = 'conduct',
  /** They were pressed to give it. */
  pressured = 'pressured',
  other = 'other',
}
registerEnumType(WithdrawalReason, { name: 'WithdrawalReason' });

export const VouchAction = actionEnum('Vouch');

/** A member's statement about an applicant. Of whom it is told to nobody, its writer included. */
@Entity()
@ObjectType()
export class Vouch extends Row {
  @Column('uuid')
  voucherId!: string;

  /** Null when the code named nobody who could be vouched for; the writer cannot tell. */
  @Column('uuid', { nullable: true })
  applicationId!: string | null;

  /** How the two know each other; null once it was destroyed with the applicant's file, as is the next. */
  @Field(() => String, { nullable: true })
  @Sealed({ nullable: true })
  relation!: string | null;

  @Field(() => String, { nullable: true })
  @Sealed({ nullable: true })
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

  /** Said with it, for those who read the file; of a member's vouch it stands in the reopening. */
  @Field(() => String, { nullable: true })
  @Sealed({ nullable: true })
  withdrawalWords!: string | null;
}
