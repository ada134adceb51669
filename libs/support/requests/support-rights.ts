import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { DutyName } from '#members/duty.entity.js';
import { type RightsChange, RightsChangeCallbacks } from '#members/rights-change-callbacks.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { openRequestsOf } from './assignments/open-requests.js';
import { CaseTransitions } from './case-transitions.js';
import { SupportAssignmentService } from './support-assignment.service.js';
import { SupporterLeft } from './support.events.js';

/** Returns requests to the queue when their supporter loses the duty, the standing or the account. */
@Injectable()
export class SupportRights implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly rights: RightsChangeCallbacks,
    private readonly erasers: AccountErasersService,
    private readonly cases: CaseTransitions,
    private readonly assignment: SupportAssignmentService,
  ) {}

  onModuleInit() {
    this.rights.register(async (change) => {
      await this.assignment.afterRightsChange(change.accountId);
      if (await this.stoppedSupporting(change))
        await this.events.record(SupporterLeft, { accountId: change.accountId });
    });
    this.erasers.register((accountId) => this.beforeErasure(accountId));
  }

  /** The requests of a deleted account are deleted with it; their supporters see them no longer. */
  private async beforeErasure(accountId: string): Promise<void> {
    await this.assignment.returnAll(accountId);
    if (await this.isSupporter(accountId)) await this.events.record(SupporterLeft, { accountId });
    for (const request of await openRequestsOf(this.db, accountId)) {
      await this.cases.news.notifyMoved(request);
      await this.cases.unassign(request);
    }
  }

  private async stoppedSupporting({ accountId, takenDuty, from }: RightsChange): Promise<boolean> {
    if (takenDuty) return takenDuty === DutyName.support;
    return from === 'member' && (await this.hasDuty(accountId, "a.standing <> 'member'"));
  }

  private isSupporter(accountId: string): Promise<boolean> {
    return this.hasDuty(accountId, "a.standing = 'member'");
  }

  private async hasDuty(accountId: string, condition: string): Promise<boolean> {
    const rows = await this.db.query(
      `select 1 from duty d join account a on a.id = d.account_id
       where d.account_id = $1 and d.name = 'support' and ${condition}`,
      [accountId],
    );
    return rows.length > 0;
  }
}
