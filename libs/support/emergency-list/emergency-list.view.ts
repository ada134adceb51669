import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { EmergencyLine } from './emergency-line.entity.js';

/** The emergency list of the instance, which everybody can read. */
@ObjectType()
export class EmergencyList {
  @Field(() => [EmergencyLine])
  items!: EmergencyLine[];

  /** Earliest review of any line. Null for an empty list. */
  @Field(() => GraphQLISODateTime, { nullable: true })
  reviewedAt!: Date | null;
}

export const toEmergencyList = (items: EmergencyLine[]): EmergencyList => {
  const times = items.map(({ reviewedAt }) => reviewedAt.getTime());
  return { items, reviewedAt: times.length > 0 ? new Date(Math.min(...times)) : null };
};
