import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { RightsChangeCallbacks } from '#members/rights-change-callbacks.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { CaseTransitions } from './case-transitions.js';
import { SupportAssignmentService } from './support-assignment.service.js';
import { SupportRequest } from './support-request.entity.js';

/** Returns requests to the queue when their supporter loses the duty, the standing or the account. */
@Injectable()
export class SupportRights implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly rights: RightsChangeCallbacks,
    private readonly erasers: AccountErasersService,
    private readonly cases: CaseTransitions,
    private readonly assignment: SupportAssignmentService,
  ) {}

  onModuleInit() {
    this.rights.register((accountId) => this.assignment.afterRightsChange(accountId));
    this.erasers.register((accountId) => this.beforeErasure(accountId));
  }

  /** The requests of a deleted account are deleted with it; their supporters see them no longer. */
  private async beforeErasure(accountId: string): Promise<void> {
    await this.assignment.beforeErasure(accountId);
    const lock = { mode: 'pessimistic_write' } as const;
    const open = await this.db.repo(SupportRequest).find({
      where: { requesterId: accountId, closedAt: IsNull() },
      order: { id: 'ASC' },
      lock,
    });
    for (const request of open) {
      await this.cases.notifyMoved(request);
      await this.cases.unassign(request);
    }
  }
}
