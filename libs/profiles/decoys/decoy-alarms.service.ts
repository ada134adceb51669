import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { AccountsService } from '#members/accounts.service.js';
import { DutyName } from '#members/duty.entity.js';
import { Viewer } from '#policy/viewer.js';
import { AccountMailsService } from '#signin/accounts/account-mails.service.js';
import { type DailyDecoyCount, DecoyOpeningsService } from './decoy-openings.service.js';
import {
  MAX_PROFILE_VIEWS_PER_DAY,
  DailyProfileViewsService,
} from '../persons/daily-profile-views.service.js';

/**
 * Raises an alarm when one account opened at least this many decoys and profiles on one day. A search rarely shows more
 * than one decoy.
 */
export const DAILY_DECOY_ALARM_THRESHOLDS = [
  { decoys: 2, profiles: MAX_PROFILE_VIEWS_PER_DAY.profile / 4 },
  { decoys: 1, profiles: MAX_PROFILE_VIEWS_PER_DAY.profile / 2 },
] as const;
/** Raises an alarm at this many openings of decoys within 30 days, at any daily rate. Each decoy counts once a day. */
export const MONTHLY_DECOY_ALARM_THRESHOLD = 3;

/** Detects accounts that open decoys more often than a member would by chance. */
@Injectable()
export class DecoyAlarmsService {
  constructor(
    private readonly db: Database,
    private readonly openings: DecoyOpeningsService,
    private readonly views: DailyProfileViewsService,
    private readonly audit: AuditService,
    private readonly accounts: AccountsService,
    private readonly mails: AccountMailsService,
  ) {}

  /**
   * Writes new openings of decoys to the audit log, then raises an alarm for each suspicious account. An alarm covers
   * all openings of its account so far.
   */
  async tell(): Promise<void> {
    await this.db.write(async () => {
      await this.openings.inTurn();
      for (const id of await this.openings.takeUnwritten()) await this.record('openDecoy', id);
    });
    await this.db.write(async () => {
      await this.openings.inTurn();
      for (const id of await this.alarming()) await this.raise(id);
      await this.openings.keepDecoys();
    });
  }

  private async alarming(): Promise<ReadonlySet<string>> {
    const ids = new Set<string>();
    for (const one of await this.openings.unalarmed()) {
      if (!ids.has(one.accountId) && (await this.isAlarming(one))) ids.add(one.accountId);
    }
    return ids;
  }

  private async isAlarming({ accountId, day, decoys }: DailyDecoyCount): Promise<boolean> {
    if ((await this.openings.writtenOfMonth(accountId)) >= MONTHLY_DECOY_ALARM_THRESHOLD)
      return true;
    const { length } = await this.views.openedOn(day, { accountId });
    return DAILY_DECOY_ALARM_THRESHOLDS.some(
      (one) => decoys >= one.decoys && length >= one.profiles,
    );
  }

  /**
   * Raises an alarm. Administrators get a news mail, and their page shows only when the alarm was raised. Auditors can
   * see the account.
   */
  private async raise(accountId: string): Promise<void> {
    await this.openings.alarmed(accountId);
    await this.record('tripDecoys', accountId);
    for (const id of await this.accounts.idsWithDuty(DutyName.administer)) {
      await this.mails.tellNews(id);
    }
  }

  /**
   * Leaves `aboutId` empty, because an account can read the entries about itself and would learn which profile is a
   * decoy.
   */
  private record(action: string, subjectId: string): Promise<void> {
    return this.audit.record(Viewer.system('a decoy was opened'), {
      action,
      subjectType: 'Account',
      subjectId,
    });
  }
}
