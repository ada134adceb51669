import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** How the vouchers joined relative to each other, without their identity. */
export enum VoucherIndependence {
  different = 'different',
  /** One came in through another, so their vouches count as one. */
  linked = 'linked',
}
registerEnumType(VoucherIndependence, { name: 'Independence' });

/** The vouches that an application needs and has. */
@ObjectType('AdmissionView')
export class VouchRequirementView {
  @Field(() => Int)
  vouchesNeeded!: number;

  /** The number of vouches of members past probation who did not come in through each other. */
  @Field(() => Int)
  vouchesCounted!: number;

  @Field(() => Boolean)
  isFoundingRule!: boolean;

  /** How the vouchers joined; null if fewer than two vouches are not withdrawn. */
  @Field(() => VoucherIndependence, { nullable: true })
  independence!: VoucherIndependence | null;
}
