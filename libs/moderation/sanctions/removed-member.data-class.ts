import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { DAY } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClasses } from '#retention/data-classes.service.js';
import { AccountEndingsService } from '#signin/accounts/account-endings.service.js';
import { APPEAL_DAYS } from '../appeals/appeal-time.js';

/** From when an appeal is over until the account goes: a fault in what was told can still be found. */
const AFTER_APPEAL = 10 * DAY;

/** Nothing that was told of the removal of `a` can be appealed any more, and no appeal waits in which it is a side. */
const REMOVAL_OVER = `
  not exists (select 1 from notice n join sanction s on s.id = n.sanction_id and s.kind = 'removal' and s.lifted_at is null
    where n.account_id = a.id and n.shown_from + interval '${APPEAL_DAYS} days' > $1)
  and not exists (select 1 from appeal p left join matter m on m.id = p.matter_id
    where p.decided_at is null and p.matter_id is not null and a.id in (p.account_id, m.reported_id))`;

/** Accounts that moderation removed for good: once their appeal is over nobody reaches them, also their owner does not. */
@Injectable()
export class RemovedMemberDataClass {
  constructor(
    private readonly db: Database,
    private readonly endings: AccountEndingsService,
    classes: DataClasses,
  ) {
    classes.define({
      name: 'removedMember',
      owner: DataOwner.moderate,
      purpose: DataPurpose.safety,
      lasts: AFTER_APPEAL,
      destroy: (before) => this.destroy(before),
    });
  }

  /** As when its owner deletes an account, without a receipt: nobody is left who would read it. */
  private async destroy(before: Date): Promise<number> {
    const due = await this.db.query<{ id: string }>(
      `select a.id from account a where a.removed_from is not null and ${REMOVAL_OVER} order by a.id for update of a`,
      [before],
    );
    for (const { id } of due) await this.endings.end(id);
    return due.length;
  }
}
