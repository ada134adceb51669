import { IsNull } from 'typeorm';
import type { Database } from '#database/database.js';
import { SupportRequest } from '../support-request.entity.js';

/** The open requests of an account, locked in an order in which two writers cannot block each other. */
export function openRequestsOf(db: Database, requesterId: string): Promise<SupportRequest[]> {
  db.assertWriting();
  const lock = { mode: 'pessimistic_write' } as const;
  const [where, order] = [{ requesterId, closedAt: IsNull() }, { id: 'ASC' }] as const;
  return db.repo(SupportRequest).find({ where, order, lock });
}
