import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '#database/database.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import {
  type DestroyedRow,
  DestructionReceiptsService,
} from '#retention/destruction-receipts.service.js';
import {
  ASSIGNMENT_RETENTION,
  CASE_DATA_CLASS,
  CASE_RETENTION,
  SPENT_SEND_KEY_RETENTION,
  WORK_NAME_RETENTION,
} from './case-retention.js';
import { SupportersService } from './supporters.service.js';
import { CaseAssignment } from './case-assignment.entity.js';
import { forgetSendKeys } from './spent-send-keys.js';
import {
  DraftVoiceAnswersService,
  UNSENT_VOICE_RETENTION,
} from './voice/draft-voice-answers.service.js';

/** The data classes of support and their retention periods. */
@Injectable()
export class SupportDataClasses {
  constructor(
    private readonly db: Database,
    private readonly receipts: DestructionReceiptsService,
    private readonly sessions: SessionsService,
    supporters: SupportersService,
    voices: DraftVoiceAnswersService,
    classes: DataClassesService,
  ) {
    const purpose = DataPurpose.supporting;
    classes.define({
      ...{ name: CASE_DATA_CLASS, owner: DataOwner.support, purpose, lasts: CASE_RETENTION },
      seals: ['support_request.key', 'case_key.key'],
      destroy: (before) => this.destroyCases(before),
    });
    classes.define({
      ...{ name: 'consent', owner: DataOwner.support, purpose, lasts: CASE_RETENTION },
      destroy: (before) => this.destroyConsents(before),
    });
    classes.define({
      ...{ name: 'caseAssignment', owner: DataOwner.support, purpose: DataPurpose.consistency },
      lasts: ASSIGNMENT_RETENTION,
      destroy: (before) => this.destroyAssignments(before),
    });
    classes.define({
      ...{ name: 'workName', owner: DataOwner.support, purpose: DataPurpose.supporting },
      lasts: WORK_NAME_RETENTION,
      destroy: (before) => supporters.deleteWorkNames(before),
    });
    classes.define({
      ...{ name: 'unsentVoiceAnswer', owner: DataOwner.person, purpose: DataPurpose.ownUse },
      ...{ lasts: UNSENT_VOICE_RETENTION, isHourly: true },
      destroy: (before) => voices.forget(before),
    });
    classes.define({
      ...{ name: 'deletedSupportRequest', owner: DataOwner.person, purpose: DataPurpose.delivery },
      lasts: SPENT_SEND_KEY_RETENTION,
      destroy: (before) => forgetSendKeys(this.db, before),
    });
  }

  /** Destroys closed requests and cases with their keys. The sweep of files deletes their voice notes within an hour. */
  private async destroyCases(before: Date): Promise<number> {
    await this.endGuestSessions(before);
    const destroyed = await this.db.query<DestroyedRow>(
      `with gone as (delete from support_request where closed_at <= $1 returning id, requester_id)
       select gone.id as "subjectId", a.id as "aboutId" from gone
         left join account a on a.id = gone.requester_id and a.standing <> 'guest'`,
      [before],
    );
    await this.receipts.record(CASE_DATA_CLASS, 'SupportRequest', destroyed);
    return destroyed.length;
  }

  /** They are destroyed with their case in any case: its row takes them along. */
  private async destroyConsents(before: Date): Promise<number> {
    const destroyed = await this.db.query(
      `delete from case_helper h using support_request r
       where r.id = h.request_id and r.closed_at <= $1 returning h.id`,
      [before],
    );
    return destroyed.length;
  }

  /** Closes the sockets of guests, who are deleted with their last request. */
  private async endGuestSessions(before: Date): Promise<void> {
    const guests = await this.db.query<{ id: string }>(
      `select a.id from support_request r join account a on a.id = r.requester_id and a.standing = 'guest'
       group by a.id having bool_and(coalesce(r.closed_at <= $1, false))`,
      [before],
    );
    for (const { id } of guests) await this.sessions.endAll(id, 'account-deleted');
  }

  /** Writes no receipt: the audit log already shows the assignment. */
  private async destroyAssignments(before: Date): Promise<number> {
    const over = { endedAt: LessThanOrEqual(before) };
    return (await this.db.repo(CaseAssignment).delete(over)).affected ?? 0;
  }
}
