import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClasses } from '#retention/data-classes.service.js';
import { ExportsService } from '#signin/exports.service.js';
import { dayOf } from './views-of-day.service.js';

/** What somebody opened of the decoys on one day. */
export interface DayWithDecoys {
  readonly accountId: string;
  readonly day: string;
  readonly decoys: number;
}

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
    classes: DataClasses,
    exports: ExportsService,
  ) {
    classes.define({
      name: 'decoyOpening',
      owner: DataOwner.administer,
      purpose: DataPurpose.collecting,
      lasts: DAY,
      destroy: (before) => this.destroy(before),
    });
    exports.leaveOut('decoy_opening.account_id', 'It would tell a decoy from a member.');
  }

  /** One run after the other, without a wait for whoever opens a decoy meanwhile. Inside write(). */
  async inTurn(): Promise<void> {
    await this.db.query('select 1 from decoy order by profile_id for no key update');
  }

  /** The accounts of what was not written down yet, once for each decoy; from now on it is. Inside write(). */
  async takeUnwritten(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `with taken as (update decoy_opening set is_written = true where not is_written returning account_id as id)
       select id from taken order by id`,
    );
    return rows.map(({ id }) => id);
  }

  /** Days for which no alarm was raised. */
  unalarmed(): Promise<DayWithDecoys[]> {
    return this.db.query<DayWithDecoys>(UNALARMED);
  }

  /** Inside write(), with the alarm. */
  async alarmed({ accountId, day }: DayWithDecoys): Promise<void> {
    await this.db.query(
      'update decoy_opening set is_alarmed = true where account_id = $1 and day = $2',
      [accountId, day],
    );
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

  private async destroy(before: Date): Promise<number> {
    const gone = await this.db.query('delete from decoy_opening where day <= $1 returning 1', [
      dayOf(before),
    ]);
    return gone.length;
  }
}
