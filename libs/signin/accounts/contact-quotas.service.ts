import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { TooMany } from '#kernel/errors.js';
import { DataExportService } from './data-export.service.js';

export const CONTACT_QUOTA_WINDOW_MS = 30 * DAY;

const inThirtyDays = (most: number) => ({
  ...{ most, window: CONTACT_QUOTA_WINDOW_MS },
  refusal: (seconds: number) => new TooMany('quota.used', seconds),
});

const changesOfRequest = {
  ...{ most: 20, window: DAY },
  refusal: (seconds: number) => new TooMany('support.changedOften', seconds),
};

/** Maximum number of uses per account within the window, and the refusal. */
const QUOTAS = {
  foundGroup: inThirtyDays(5),
  foundOrganisation: inThirtyDays(5),
  foundCoalition: inThirtyDays(5),
  /**
   * Invitations into a group or an organisation: `inviteMember` for members who are no allies, `inviteAlly` for allies.
   */
  inviteMember: inThirtyDays(10),
  inviteAlly: inThirtyDays(50),
  requestToJoin: inThirtyDays(10),
  /** Requests for support, also deleted ones. */
  askSupport: {
    ...{ most: 6, window: DAY },
    refusal: (seconds: number) => new TooMany('support.askedOften', seconds),
  },
  /** Changes of open requests: each one notifies supporters, or returns a claimed request to the queue. */
  changeSafeContact: changesOfRequest,
  excludeSupporters: changesOfRequest,
  /** Offers of a case to other supporters: each one notifies the supporter and the requester. */
  offerCase: {
    ...{ most: 10, window: DAY },
    refusal: (seconds: number) => new TooMany('support.offeredOften', seconds),
  },
  /** Look-ups of free times for a call, and attempts to book or move one. */
  findCallTimes: {
    ...{ most: 30, window: DAY },
    refusal: (seconds: number) => new TooMany('support.lookedOften', seconds),
  },
  bookCall: {
    ...{ most: 30, window: DAY },
    refusal: (seconds: number) => new TooMany('support.lookedOften', seconds),
  },
};
export type ContactQuotaName = keyof typeof QUOTAS;

/**
 * Limits how often an account may contact other members. Counts every attempt regardless of its outcome, so that the
 * count discloses nothing.
 */
@Injectable()
export class ContactQuotasService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    exports: DataExportService,
  ) {
    exports.rows(
      'quotaUses',
      ['quota_use.account_id'],
      'select name, created_at from quota_use where account_id = $1 order by created_at',
    );
  }

  /** Counts one use. Throws TooMany with the seconds until the next use is possible. Must run in a transaction. */
  async use(accountId: string, name: ContactQuotaName): Promise<void> {
    this.db.assertWriting();
    // Locks the account, so that concurrent uses are counted one after the other.
    await this.db.query('select 1 from account where id = $1 for no key update', [accountId]);
    const oldest = await this.oldestThatCounts(accountId, name);
    const { window, refusal } = QUOTAS[name];
    if (oldest) throw refusal(this.clock.secondsUntil(oldest, window));
    await this.db.query(
      'insert into quota_use (account_id, name, created_at) values ($1, $2, $3)',
      [...[accountId, name, this.clock.now()]],
    );
  }

  /** How many more uses are possible now. */
  async left(accountId: string, name: ContactQuotaName): Promise<number> {
    const { most, window } = QUOTAS[name];
    const [used] = await this.db.query<{ count: number }>(
      `select count(*)::int as count from quota_use
       where account_id = $1 and name = $2 and created_at > $3`,
      [accountId, name, this.clock.in(-window)],
    );
    return Math.max(0, most - used!.count);
  }

  /** Deletes the uses that count no longer, and returns how many. */
  async deleteEnded(): Promise<number> {
    const windows = Object.entries(QUOTAS);
    const ended = await this.db.query(
      `delete from quota_use u using unnest($1::text[], $2::timestamptz[]) w (name, begins_at)
       where u.name = w.name and u.created_at <= w.begins_at returning 1`,
      [windows.map(([name]) => name), windows.map(([, { window }]) => this.clock.in(-window))],
    );
    return ended.length;
  }

  /** The time of the oldest use that prevents another use; undefined if another use is possible now. */
  private async oldestThatCounts(
    accountId: string,
    name: ContactQuotaName,
  ): Promise<Date | undefined> {
    const [use] = await this.db.query<{ created_at: Date }>(
      `select created_at from quota_use where account_id = $1 and name = $2 and created_at > $3
       order by created_at desc offset $4 limit 1`,
      [accountId, name, this.clock.in(-QUOTAS[name].window), QUOTAS[name].most - 1],
    );
    return use?.created_at;
  }
}
