import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AuditEntry } from './audit-entry.entity.js';

/**
 * An audit entry as auditors see it, with the ids of the actor and of the account concerned. These ids give access to
 * nothing.
 */
@ObjectType()
export class AuditRecord extends AuditEntry {
  @Field(() => Int)
  declare seq: number;

  @Field(() => ID, { nullable: true })
  declare actorId: string | null;

  @Field(() => ID, { nullable: true })
  declare aboutId: string | null;
}
