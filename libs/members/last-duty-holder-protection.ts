import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Conflict } from '#kernel/errors.js';
import { DutyName } from './duty.entity.js';

/** Minimum number of active holders that others cannot remove (R4). */
const KEPT = { [DutyName.administer]: 1, [DutyName.vet]: 3 } as const;
type Kept = keyof typeof KEPT;

/** Holders who can sign in and use the duty. */
const LIVING = `select d.account_id from duty d join account a on a.id = d.account_id
  where d.name = $1 and a.standing in ('member', 'staff') and a.password_hash is not null`;

/**
 * Protects the last administrator and the last three accounts that vet from removal by others. Holders may give up the
 * duty themselves.
 */
@Injectable()
export class LastDutyHolderProtection {
  constructor(private readonly db: Database) {}

  /**
   * Checks that other accounts may take this duty away, or all duties if `name` is omitted. Throws Conflict
   * `duty.lastAdministrator` or `duty.lastWhoVet`. Locks the duty's rows, so of two concurrent calls the second waits.
   */
  async assertMayLose(accountId: string, name?: DutyName): Promise<void> {
    this.db.assertWriting();
    if (!name || name === DutyName.administer) {
      const is = await this.isLast(accountId, DutyName.administer);
      if (is) throw new Conflict('duty.lastAdministrator');
    }
    if (!name || name === DutyName.vet) {
      const is = await this.isLast(accountId, DutyName.vet);
      if (is) throw new Conflict('duty.lastWhoVet');
    }
  }

  private async isLast(accountId: string, name: Kept): Promise<boolean> {
    await this.db.query('select 1 from duty where name = $1 order by id for update', [name]);
    const living = await this.db.query<{ account_id: string }>(LIVING, [name]);
    const isOneOfThem = living.some(({ account_id }) => account_id === accountId);
    return isOneOfThem && living.length <= KEPT[name];
  }
}
