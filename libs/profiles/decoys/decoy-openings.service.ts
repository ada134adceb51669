import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { utcDayOf } from '../persons/daily-profile-views.service.js';

/** The number of decoys that one account opened on one day. */
export interface DailyDecoyCount {
  readonly accountId: string;
  readonly day: string;
  readonly decoys: number;
}

const MONTH = 30 * DAY;
const UNALARMED = `select account_id as "accountId", day::text as day, count(*)::int as decoys from decoy_opening
  group by account_id, day having not bool_or(is_alarmed) order by account_id, day`;

/**
 * Stores which account opened which decoy, for one day. `DailyProfileViewsService` inserts the rows in the statement that counts
 * every profile view, so that timing does not distinguish a decoy from a member. A scheduled job processes them.
 */
@Injectable()
export class DecoyOpeningsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    classes: DataClassesService,
    exports: DataExportService,
    erasers: AccountErasersService,
  ) {
    classes.define({
      name: 'decoyOpening',
      owner: DataOwner.administer,
      purpose: DataPurpose.collecting,
      lasts: DAY,
      destroy: (before) => this.destroy(before),
    });
    exports.leaveOut('decoy_opening.account_id', 'It would tell a decoy from a member.');
    erasers.register((accountId) => this.forget(accountId));
  }

  /**
   * Serialises runs of the job: each run locks the decoy rows FOR NO KEY UPDATE, which does not block an account that
   * opens a decoy.
   */
  async inTurn(): Promise<void> {
    this.db.assertWriting();
    await this.db.query('select 1 from decoy order by profile_id for no key update');
  }

  /** Marks unaudited openings as written and returns one account id for each opening. */
  async takeUnwritten(): Promise<string[]> {
    this.db.assertWriting();
    const rows = await this.db.query<{ id: string }>(
      `with taken as (update decoy_opening set is_written = true where not is_written returning account_id as id)
       select id from taken order by id`,
    );
    return rows.map(({ id }) => id);
  }

  /** How many openings of decoys the audit log contains for the account in the last 30 days. */
  writtenOfMonth(accountId: string): Promise<number> {
    return this.audit.count('openDecoy', accountId, this.clock.in(-MONTH));
  }

  /** Days on which an account opened decoys and none of these openings is part of an alarm yet. */
  unalarmed(): Promise<DailyDecoyCount[]> {
    return this.db.query<DailyDecoyCount>(UNALARMED);
  }

  /** Marks all openings of the account as alarmed, in the transaction of the alarm. */
  async alarmed(accountId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.query('update decoy_opening set is_alarmed = true where account_id = $1', [
      accountId,
    ]);
  }

  /**
   * Marks all decoys as active this month. Nobody signs in to a decoy, so it would otherwise become an inactive member.
   */
  async keepDecoys(): Promise<void> {
    await this.db.query(
      `update account a set active_month = m.month from decoy d join profile p on p.id = d.profile_id,
         (select date_trunc('month', $1::timestamptz at time zone 'UTC')::date as month) m
       where a.id = p.account_id and a.active_month < m.month`,
      [this.clock.now()],
    );
  }

  /**
   * Deletes the openings of an account that is deleted. The table has no foreign key to do this, so that inserting an
   * opening waits for no lock on the account.
   */
  private async forget(accountId: string): Promise<void> {
    await this.db.query('delete from decoy_opening where account_id = $1', [accountId]);
  }

  private async destroy(before: Date): Promise<number> {
    const gone = await this.db.query('delete from decoy_opening where day <= $1 returning 1', [
      utcDayOf(before),
    ]);
    return gone.length;
  }
}
