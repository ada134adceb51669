import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Conflict } from '#kernel/errors.js';
import { StandingService } from '#members/standing.service.js';
import { Reportables } from './reportables.js';
import type { Report } from './report.entity.js';

/** The acts themselves, whoever ordered them. Each inside write(). */
@Injectable()
export class SanctionActs {
  constructor(
    private readonly db: Database,
    private readonly standing: StandingService,
    private readonly reportables: Reportables,
  ) {}

  remove(report: Report): Promise<void> {
    return this.reportables.of(report.subjectName).remove(report.subjectKey);
  }

  /** Two orders at once come one after the other; who is locked or gone already is not made suspended. */
  async lockMember(accountId: string): Promise<void> {
    const member = await this.db.query(
      `select 1 from account where id = $1 and standing = 'member' for update`,
      [accountId],
    );
    if (member.length === 0) throw new Conflict('sanction.notMember');
  }

  suspend(accountId: string, until: Date): Promise<void> {
    return this.standing.suspend(accountId, until);
  }
}
