import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LockedAccessService } from '#access/locked-access.service.js';
import { ThreadCallbacksService } from '#channels/sealed/thread-callbacks.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseAudit } from '../requests/case-audit.js';
import { SupportRequest } from '../requests/support-request.entity.js';

/** The case of a thread whose supporter has no recent opening in the audit log. */
const UNRECORDED = `
  select r.id from channel c join support_request r on r.id = c.case_id
  where c.id = $1 and (r.assignee_id = $2 or exists (
      select from case_supporter s where s.request_id = r.id and s.account_id = $2))
    and not exists (
    select from case_assignment a where a.request_id = r.id and a.supporter_id = $2
      and greatest(a.opened_at, a.thread_opened_at) > $3
      and greatest(a.opened_at, a.thread_opened_at) >= greatest(r.returned_at, r.reopened_at, 'epoch'))`;

/** Records that a supporter opened the case when they read one of its threads, before they get a message. */
@Injectable()
export class ThreadOpenings implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly access: LockedAccessService,
    private readonly clock: Clock,
    private readonly record: CaseAudit,
    private readonly threads: ThreadCallbacksService,
  ) {}

  onModuleInit() {
    this.threads.onRead((viewer, channelId) => this.opened(viewer, channelId));
  }

  private async opened(viewer: Viewer, channelId: string): Promise<void> {
    const values = [channelId, viewer.accountId, this.clock.in(-DAY)];
    const [found] = await this.db.query<{ id: string }>(UNRECORDED, values);
    if (!found) return;
    await this.db.write(async () => {
      // Locks the request, so that of two readings at the same time one is recorded.
      const request = await this.access.load(SupportRequest, found.id, viewer, 'readFile');
      const isStill = await this.db.query(UNRECORDED, values);
      if (isStill.length > 0) await this.record.openedThread(viewer, request);
    });
  }
}
