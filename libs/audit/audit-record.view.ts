import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AuditEntry } from './audit-entry.entity.js';

/** An entry as an auditor reads it: also whose act it was and whom it was about, as ids that open nothing. */
@ObjectType()
export class AuditRecord extends AuditEntry {
  @Field(() => Int)
  declare seq: number;

  @Field(() => ID, { nullable: true })
  declare actorId: string | null;

  @Field(() => ID, { nullable: true })
  declare aboutId: string | null;
}
