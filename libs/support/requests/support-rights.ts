import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { RightsChangesService } from '#members/rights-changes.service.js';
import { FileAssignments } from '#realtime/file-assignments.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { SUPPORT_CASE_NEWS } from './case-transitions.js';
import { SupportAssignmentService } from './support-assignment.service.js';

/** Returns requests to the queue when their supporter loses the duty, the standing or the account. */
@Injectable()
export class SupportRights implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly rights: RightsChangesService,
    private readonly erasers: AccountErasersService,
    private readonly assignments: FileAssignments,
    private readonly assignment: SupportAssignmentService,
  ) {}

  onModuleInit() {
    this.rights.register((accountId) => this.assignment.afterRightsChange(accountId));
    this.erasers.register((accountId) => this.beforeErasure(accountId));
  }

  /** The requests of a deleted account are deleted with it; the pages of their supporters close. */
  private async beforeErasure(accountId: string): Promise<void> {
    await this.assignment.beforeErasure(accountId);
    const held = await this.db.query<{ id: string; assignee_id: string }>(
      `select id, assignee_id from support_request
       where requester_id = $1 and assignee_id is not null`,
      [accountId],
    );
    for (const { id, assignee_id: assigneeId } of held) {
      this.db.afterCommit(() => this.assignments.close(SUPPORT_CASE_NEWS, id, [assigneeId]));
    }
  }
}
