import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LockedAccessService } from '#access/locked-access.service.js';
import type { Permitted } from '#access/permitted.js';
import { ThreadCallbacksService } from '#channels/sealed/thread-callbacks.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { CaseAudit } from '../requests/case-audit.js';
import { SupportRequest } from '../requests/support-request.entity.js';

/** The case of a thread, or the case itself, whose supporter has no recent opening in the audit log. */
const unrecorded = (condition: string) => `
  select r.id from support_request r
  where ${condition} and (r.assignee_id = $2 or exists (
      select from case_supporter s where s.request_id = r.id and s.account_id = $2))
    and not exists (
    select from case_assignment a where a.request_id = r.id and a.supporter_id = $2
      and greatest(a.opened_at, a.thread_opened_at) > $3
      and greatest(a.opened_at, a.thread_opened_at) >= greatest(r.returned_at, r.reopened_at, 'epoch'))`;

const BY_CHANNEL = unrecorded('r.id = (select case_id from channel where id = $1)');
const BY_CASE = unrecorded('r.id = $1');

/** Records that a supporter opened the case when they read its threads, tasks or links, before they get them. */
@Injectable()
export class ThreadOpenings implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly access: LockedAccessService,
    private readonly clock: Clock,
    private readonly audit: CaseAudit,
    private readonly threads: ThreadCallbacksService,
  ) {}

  onModuleInit() {
    this.threads.onRead((viewer, channelId) => this.opened(viewer, channelId));
  }

  private opened(viewer: Viewer, channelId: string): Promise<void> {
    return this.record(viewer, BY_CHANNEL, channelId);
  }

  /** Loads a case of which the viewer reads tasks or links. For a supporter this is an opening, like reading a thread. */
  async open<A extends string>(
    viewer: Viewer,
    requestId: string,
    policyAction: A,
  ): Promise<Permitted<SupportRequest, A>> {
    const { access } = this.access;
    const request = await access.load(SupportRequest, requestId, viewer, policyAction);
    await this.openedCase(viewer, requestId);
    return request;
  }

  /** Records an opening by a supporter who reads something of the case. */
  openedCase(viewer: Viewer, requestId: string): Promise<void> {
    return this.record(viewer, BY_CASE, requestId);
  }

  private async record(viewer: Viewer, sql: string, id: string): Promise<void> {
    const values = [id, viewer.accountId, this.clock.in(-DAY)];
    const [found] = await this.db.query<{ id: string }>(sql, values);
    if (!found) return;
    await this.db.write(async () => {
      // Locks the request, so that of two readings at the same time one is recorded.
      const request = await this.access.load(SupportRequest, found.id, viewer, 'readFile');
      const isStill = await this.db.query(sql, values);
      if (isStill.length > 0) await this.audit.openedThread(viewer, request);
    });
  }
}
