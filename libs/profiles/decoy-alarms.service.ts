import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { Viewer } from '#policy/viewer.js';
import { MailsService } from '#signin/mails.service.js';
import { type DayWithDecoys, DecoyOpenings } from './decoy-openings.service.js';
import { MOST_A_DAY, ViewsOfDay } from './views-of-day.service.js';

/** Of one account on one day: two decoys, or one and half of all whom a day allows. One alone is met by chance. */
export const ALARMING = { decoys: 2, profiles: MOST_A_DAY.profile / 2 } as const;

/** Says who opens decoys as nobody does who looks for somebody. */
@Injectable()
export class DecoyAlarms {
  constructor(
    private readonly db: Database,
    private readonly openings: DecoyOpenings,
    private readonly views: ViewsOfDay,
    private readonly audit: AuditService,
    private readonly accounts: AccountsService,
    private readonly mails: MailsService,
  ) {}

  /** Writes down what was opened since, and raises the alarm once for an account and a day. */
  tell(): Promise<void> {
    return this.db.write(async () => {
      await this.openings.inTurn();
      for (const id of await this.openings.takeUnwritten()) await this.record('openDecoy', id);
      for (const one of await this.openings.unalarmed()) {
        if (await this.isAlarming(one)) await this.raise(one);
      }
      await this.openings.keepDecoys();
    });
  }

  private async isAlarming({ accountId, day, decoys }: DayWithDecoys): Promise<boolean> {
    if (decoys >= ALARMING.decoys) return true;
    return (await this.views.openedOn(day, { accountId })).length >= ALARMING.profiles;
  }

  /** Administrators get a mail that there is news; their page says when it was, and auditors read whose account. */
  private async raise(one: DayWithDecoys): Promise<void> {
    await this.openings.alarmed(one);
    await this.record('tripDecoys', one.accountId);
    for (const id of await this.accounts.idsWithDuty(DutyName.administer)) {
      await this.mails.tellNews(id);
    }
  }

  /** Without `aboutId`: of all acts about somebody these alone are not theirs to read, or they would tell the decoys. */
  private record(action: string, subjectId: string): Promise<void> {
    return this.audit.record(Viewer.system('a decoy was opened'), {
      action,
      subjectType: 'Account',
      subjectId,
    });
  }
}
