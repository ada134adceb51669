import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClasses } from '#retention/data-classes.service.js';
import { ErasersService } from '#signin/accounts/erasers.service.js';
import { ExportsService } from '#signin/accounts/exports.service.js';
import { dayOf } from '../persons/views-of-day.service.js';

/** What somebody opened of the decoys on one day. */
export interface DayWithDecoys {
  readonly accountId: string;
  readonly day: string;
  readonly decoys: number;
}

const MONTH = 30 * DAY;
const UNALARMED = `select account_id as "accountId", day::text as day, count(*)::int as decoys from decoy_opening
  group by account_id, day having not bool_or(is_alarmed) order by account_id, day`;

/**
 * Who opened which decoy, until the day is over. ViewsOfDay adds the rows, in the statement that counts every profile,
 * so that nothing at the door tells a decoy from a member; what follows of them is for the clock.
 */
@Injectable()
export class DecoyOpenings {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    classes: DataClasses,
    exports: ExportsService,
    erasers: ErasersService,
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

  /** One run after the other, without a wait for whoever opens a decoy meanwhile. */
  async inTurn(): Promise<void> {
    this.db.assertWriting();
    await this.db.query('select 1 from decoy order by profile_id for no key update');
  }

  /** The accounts of what was not written down yet, once for each decoy; from now on it is. */
  async takeUnwritten(): Promise<string[]> {
    this.db.assertWriting();
    const rows = await this.db.query<{ id: string }>(
      `with taken as (update decoy_opening set is_written = true where not is_written returning account_id as id)
       select id from taken order by id`,
    );
    return rows.map(({ id }) => id);
  }

  /** How often an account opened a decoy, of which the audit does not say which; each counts once a day. */
  writtenOfMonth(accountId: string): Promise<number> {
    return this.audit.count('openDecoy', accountId, this.clock.in(-MONTH));
  }

  /** Days for which no alarm was raised. */
  unalarmed(): Promise<DayWithDecoys[]> {
    return this.db.query<DayWithDecoys>(UNALARMED);
  }

  /** With all that this account opened so far, in the transaction of the alarm. */
  async alarmed(accountId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.query('update decoy_opening set is_alarmed = true where account_id = $1', [
      accountId,
    ]);
  }

  /** Nobody signs in to a decoy, and it is not to lapse for that. */
  async keepDecoys(): Promise<void> {
    await this.db.query(
      `update account a set active_month = m.month from decoy d join profile p on p.id = d.profile_id,
         (select date_trunc('month', $1::timestamptz at time zone 'UTC')::date as month) m
       where a.id = p.account_id and a.active_month < m.month`,
      [this.clock.now()],
    );
  }

  /** What no foreign key does, since an opening waits for no account. */
  private async forget(accountId: string): Promise<void> {
    await this.db.query('delete from decoy_opening where account_id = $1', [accountId]);
  }

  private async destroy(before: Date): Promise<number> {
    const gone = await this.db.query('delete from decoy_opening where day <= $1 returning 1', [
      dayOf(before),
    ]);
    return gone.length;
  }
}
