import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { StandingService } from '#members/standing.service.js';
import { Viewer } from '#policy/viewer.js';
import { MemberDepartureService } from './member-departure.service.js';

/** Time between the warning mail and the end of the membership. */
const NOTICE = 30 * DAY;
/** Members whose last activity was more than twelve full months ago. `$1` is the current time. */
const IDLE = `standing = 'member'
  and active_month < date_trunc('month', $1::timestamptz at time zone 'UTC')::date - interval '12 months'`;
/** Whether the warning was sent during the current absence, not during an earlier one. */
const IS_TOLD = `idle_told_at >= active_month + interval '1 month'`;

/**
 * Turns inactive members into former members, after a warning. Only the month of the last activity is stored. A former
 * member can return by resetting the password.
 */
@Injectable()
export class IdleMembersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly standing: StandingService,
    private readonly ties: MemberDepartureService,
    private readonly audit: AuditService,
  ) {}

  /** Records the warning for inactive members and returns their account ids, so that the caller can mail them. */
  async markSoonIdle(): Promise<string[]> {
    this.db.assertWriting();
    const rows = await this.db.query<{ id: string }>(
      `with told as (update account set idle_told_at = $1
         where ${IDLE} and coalesce(${IS_TOLD}, false) = false returning id)
       select id from told`,
      [this.clock.now()],
    );
    return rows.map((row) => row.id);
  }

  /** Ends the membership of accounts that stayed inactive for 30 days after the warning. */
  async lapse(): Promise<void> {
    const due = await this.due();
    for (const id of due) {
      await this.db.write(async () => {
        // Checks again under the lock, because the owner may have used the account since the first check.
        if ((await this.due(id)).length > 0) await this.lapseOne(id);
      });
    }
  }

  private async due(id?: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select id from account where ${IDLE} and ${IS_TOLD} and idle_told_at <= $2 and ($3::uuid is null or id = $3)
       order by id for no key update`,
      [this.clock.now(), this.clock.in(-NOTICE), id ?? null],
    );
    return rows.map((row) => row.id);
  }

  private async lapseOne(id: string): Promise<void> {
    await this.ties.end(id);
    await this.standing.lapse(id);
    await this.audit.record(Viewer.system('nobody used it for a year'), {
      action: 'lapse',
      subjectType: 'Account',
      subjectId: id,
      aboutId: id,
    });
  }
}
