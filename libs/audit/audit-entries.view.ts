import { Field, ObjectType } from '@nestjs/graphql';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditRecord } from './audit-record.view.js';

@ObjectType()
export class AuditEntries {
  @Field(() => [AuditEntry])
  items!: AuditEntry[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}

@ObjectType()
export class AuditRecords {
  @Field(() => [AuditRecord])
  items!: AuditRecord[];

  @Field(() => String, { nullable: true })
  nextCursor!: string | null;
}
