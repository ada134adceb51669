import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, LessThanOrEqual } from 'typeorm';
import { Database } from '#database/database.js';
import { DAY } from '#kernel/clock.js';
import { Standing } from '#members/account.entity.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { DestructionReceiptsService } from '#retention/destruction-receipts.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { ApplicationContentService } from './applications/application-content.service.js';
import { Decision, DECISION_RETENTION } from './decisions/decision.entity.js';
import { Invitation } from './invitations/invitation.entity.js';
import { SEALED_VOUCH_COLUMNS } from './vouches/orphaned-vouch.data-class.js';

/** A file is destroyed this long after the decision. */
const FILE_LASTS = 14 * DAY;

/** Sealed columns that `ApplicationContentService.destroy` clears. */
const SEALED_IN_A_FILE = [
  ...(['application.answers', 'application.appeal', 'review.reason'] as const),
  ...(['application_question.body', 'application_question.answer'] as const),
  ...(['application_note.body', 'decision.words', 'invitation.note'] as const),
  ...SEALED_VOUCH_COLUMNS,
];

/** The data classes of vetting and their retention periods. */
@Injectable()
export class VettingDataClasses {
  constructor(
    private readonly db: Database,
    private readonly record: ApplicationContentService,
    private readonly receipts: DestructionReceiptsService,
    private readonly endings: AccountDeletionService,
    classes: DataClassesService,
  ) {
    const owner = DataOwner.vet;
    classes.define({
      name: 'applicationFile',
      owner,
      purpose: DataPurpose.joining,
      lasts: FILE_LASTS,
      seals: SEALED_IN_A_FILE,
      destroy: (before) => this.files(before),
    });
    classes.define({
      name: 'invitation',
      owner: DataOwner.person,
      purpose: DataPurpose.joining,
      lasts: 0,
      seals: ['invitation.note'],
      destroy: (before) => this.invitations(before),
    });
    classes.define({
      name: 'decision',
      owner,
      purpose: DataPurpose.consistency,
      lasts: DECISION_RETENTION,
      destroy: (before) => this.decisions(before),
    });
    classes.define({
      name: 'formerApplicant',
      owner,
      purpose: DataPurpose.consistency,
      lasts: DECISION_RETENTION,
      destroy: (before) => this.formerApplicants(before),
    });
  }

  private async files(before: Date): Promise<number> {
    const due = await this.db.query<{ id: string }>(
      `select id from application where answers is not null and decided_at <= $1
         and stage in ('accepted', 'declined') for update`,
      [before],
    );
    await this.record.destroy(due.map((row) => row.id));
    return due.length;
  }

  /**
   * Deletes expired unused invitations. Used invitations remain without text, because they record through whom a member
   * joined.
   */
  private async invitations(before: Date): Promise<number> {
    const over = { applicationId: IsNull(), endsAt: LessThanOrEqual(before) };
    const { affected } = await this.db.repo(Invitation).delete(over);
    return affected ?? 0;
  }

  private async decisions(before: Date): Promise<number> {
    const due = await this.db.repo(Decision).findBy({ decidedAt: LessThan(before) });
    const destroyed = due.map(({ id, accountId }) => ({ subjectId: id, aboutId: accountId }));
    await this.receipts.record('decision', 'Decision', destroyed);
    await this.db.repo(Decision).remove(due);
    return due.length;
  }

  /** Ends accounts that never became members once their decision's retention period is over. */
  private async formerApplicants(before: Date): Promise<number> {
    const due = await this.db.query<{ id: string }>(
      `select a.id from account a join application p on p.account_id = a.id
       where a.standing = $1 and p.stage in ('declined', 'withdrawn') and p.decided_at <= $2`,
      [Standing.applicant, before],
    );
    for (const { id } of due) await this.endings.end(id);
    return due.length;
  }
}
