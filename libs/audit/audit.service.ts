import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import type { Duty, Viewer } from '#policy/viewer.js';
import { AuditEntry } from './audit-entry.entity.js';

export interface Act {
  /** A verb of the policy: `readFile`, `suspend`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId?: string;
  /** The account that the act was about, who may see that it happened. */
  readonly aboutId?: string;
  readonly duty?: Duty;
  readonly reason?: string;
}

@Injectable()
export class AuditService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Writes down that a power was used, in the same transaction as the act. Throws outside write(). */
  async record(viewer: Viewer, act: Act): Promise<void> {
    if (!this.db.isWriting) throw new Error(`${act.action} recorded outside write()`);
    const actorId = viewer.system ? null : viewer.accountId;
    const entries = this.db.repo(AuditEntry);
    await entries.insert({ ...act, actorId, createdAt: this.clock.now() });
  }
}
