import { Injectable, Logger } from '@nestjs/common';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { AuditChainBroken } from '#audit/chain/chain.events.js';
import { Database } from '#database/database.js';
import { On } from '#events/on.decorator.js';
import { DAY, SECOND } from '#kernel/clock.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { createRateLimiter, secondsUntilAllowed } from '#database/rate-limiter.js';
import { AccountMailsService } from './account-mails.service.js';

/**
 * Logs a broken audit chain and notifies auditors and administrators, whose page shows the faults. The chain is
 * verified every hour. The same faults are mailed once a day, new ones at once.
 */
@Injectable()
export class AuditAlarmHandlers {
  private readonly logger = new Logger('Audit');
  private readonly limits: RateLimiterPostgres;

  constructor(
    db: Database,
    private readonly accounts: AccountsService,
    private readonly mails: AccountMailsService,
  ) {
    this.limits = createRateLimiter(db, {
      keyPrefix: 'audit-alarm',
      points: 1,
      seconds: DAY / SECOND,
    });
  }

  @On(AuditChainBroken, { id: 'TellStaffThatTheAuditBroke.whenTheChainDoesNotHold' })
  async whenTheChainDoesNotHold({ count, mark = '' }: { count: number; mark?: string }) {
    this.logger.error(
      `the audit chain does not hold in ${count} places: npm run trama -- audit verify`,
    );
    if ((await secondsUntilAllowed(this.limits, mark)) !== undefined) return;
    try {
      await this.tellStaff();
    } catch (error) {
      await this.limits.reward(mark, 1);
      throw error;
    }
  }

  private async tellStaff(): Promise<void> {
    for (const duty of [DutyName.audit, DutyName.administer]) {
      for (const id of await this.accounts.idsWithDuty(duty)) await this.mails.tellNews(id);
    }
  }
}
