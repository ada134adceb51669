import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** How the people who vouched came in, without saying who they are. */
export enum Independence {
  different = 'different',
  /** One came in through another: they count as one. */
  linked = 'linked',
}
registerEnumType(Independence, { name: 'Independence' });

/** The rule on vouches, and how this application stands to it. */
@ObjectType()
export class AdmissionView {
  @Field(() => Int)
  vouchesNeeded!: number;

  /** Of members past probation who did not come in through each other. */
  @Field(() => Int)
  vouchesCounted!: number;

  @Field(() => Boolean)
  isFoundingRule!: boolean;

  /** Null with fewer than two vouches that stand. */
  @Field(() => Independence, { nullable: true })
  independence!: Independence | null;
}
