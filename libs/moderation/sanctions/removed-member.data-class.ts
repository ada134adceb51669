import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { DAY } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { APPEAL_PERIOD_DAYS } from '../appeals/appeal-period.js';

/** Time between the end of the appeal period and the erasure, in which a faulty notice can still be found. */
const AFTER_APPEAL = 10 * DAY;

/** Condition for account `a`: no notice about its removal can be appealed, and no appeal that involves it is open. */
const REMOVAL_OVER = `
  not exists (select 1 from notice n join sanction s on s.id = n.sanction_id and s.kind = 'removal' and s.lifted_at is null
    where n.account_id = a.id and n.shown_from + interval '${APPEAL_PERIOD_DAYS} days' > $1)
  and not exists (select 1 from appeal p left join matter m on m.id = p.matter_id
    where p.decided_at is null and p.matter_id is not null and a.id in (p.account_id, m.reported_id))`;

/** Erases accounts that moderation removed, once their appeal period has ended. */
@Injectable()
export class RemovedMemberDataClass {
  constructor(
    private readonly db: Database,
    private readonly endings: AccountDeletionService,
    classes: DataClassesService,
  ) {
    classes.define({
      name: 'removedMember',
      owner: DataOwner.moderate,
      purpose: DataPurpose.safety,
      lasts: AFTER_APPEAL,
      destroy: (before) => this.destroy(before),
    });
  }

  /**
   * Erases the account in the same way as at its owner's request, but without a receipt, because no one could read it.
   */
  private async destroy(before: Date): Promise<number> {
    const due = await this.db.query<{ id: string }>(
      `select a.id from account a where a.removed_from is not null and ${REMOVAL_OVER} order by a.id for update of a`,
      [before],
    );
    for (const { id } of due) await this.endings.end(id);
    return due.length;
  }
}
