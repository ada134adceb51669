import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { TooMany } from '#kernel/errors.js';
import { ExportsService } from './exports.service.js';

/** How often an account may do something within thirty days, as R9 has it for introductions. */
const QUOTAS = {
  foundGroup: 5,
  foundOrganisation: 5,
  /** Into a group or an organisation, of somebody who is no ally; and of an ally. */
  inviteMember: 10,
  inviteAlly: 50,
  requestToJoin: 10,
} as const;
export type QuotaName = keyof typeof QUOTAS;

export const QUOTA_WINDOW = 30 * DAY;

/** Counts what somebody does to many others, whatever came of it: so that counting tells nothing. */
@Injectable()
export class Quotas {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    exports: ExportsService,
  ) {
    exports.rows(
      'quotaUses',
      ['quota_use.account_id'],
      'select name, created_at from quota_use where account_id = $1 order by created_at',
    );
  }

  /** Counts one use, or throws TooMany with the seconds until one is free again. */
  async use(accountId: string, name: QuotaName): Promise<void> {
    this.db.assertWriting();
    // Locked, so that two at once are counted one after the other.
    await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
    const oldest = await this.oldestThatCounts(accountId, name);
    if (oldest) throw new TooMany('quota.used', this.clock.secondsUntil(oldest, QUOTA_WINDOW));
    await this.db.query(
      'insert into quota_use (account_id, name, created_at) values ($1, $2, $3)',
      [...[accountId, name, this.clock.now()]],
    );
  }

  /** The use that must pass out of the window before another one fits; undefined while one fits. */
  private async oldestThatCounts(accountId: string, name: QuotaName): Promise<Date | undefined> {
    const [use] = await this.db.query<{ created_at: Date }>(
      `select created_at from quota_use where account_id = $1 and name = $2 and created_at > $3
       order by created_at desc offset $4 limit 1`,
      [accountId, name, this.clock.in(-QUOTA_WINDOW), QUOTAS[name] - 1],
    );
    return use?.created_at;
  }
}
