import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { DAY } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import {
  type DestroyedRow,
  DestructionReceiptsService,
} from '#retention/destruction-receipts.service.js';
import {
  MATTER_ENDED_SQL,
  SANCTION_ENDED_SQL,
  NOTICE_ENDED_SQL,
  MATTER_TEXT_RETENTION,
} from './matters/matter-retention.js';

/** Retention of sanctions; the same as for decisions of vetting. */
const ACTS_LAST = 730 * DAY;

/** The data classes of moderation and their retention periods. */
@Injectable()
export class ModerationDataClasses {
  constructor(
    private readonly db: Database,
    private readonly receipts: DestructionReceiptsService,
    classes: DataClassesService,
  ) {
    const owner = DataOwner.moderate;
    const ofReport = ['note', 'forwarded', 'picture', 'files', 'context', 'known_as'].map(
      (name) => `report.${name}`,
    );
    classes.define({
      ...{ name: 'matterFile', owner, purpose: DataPurpose.safety, lasts: MATTER_TEXT_RETENTION },
      seals: [...ofReport, 'matter_note.body'],
      destroy: (before) => this.files(before),
    });
    classes.define({
      ...{ name: 'notice', owner, purpose: DataPurpose.safety, lasts: MATTER_TEXT_RETENTION },
      seals: ['notice.words', 'notice.groups_left', 'notice.answer', 'appeal.words'],
      destroy: (before) => this.notices(before),
    });
    classes.define({
      ...{ name: 'sanction', owner, purpose: DataPurpose.consistency, lasts: ACTS_LAST },
      destroy: (before) => this.acts(before),
    });
  }

  /**
   * Deletes reports and notes. The receipts name no account: a receipt would tell the reported member that a report
   * existed, and its date would tell the reporter whether moderation acted.
   */
  private async files(before: Date): Promise<number> {
    const due = await this.db.query<{ id: string }>(
      `select m.id from matter m where ${MATTER_ENDED_SQL} and (
         exists (select 1 from report r where r.matter_id = m.id)
         or exists (select 1 from matter_note o where o.matter_id = m.id)) for update of m`,
      [before],
    );
    const ids = [due.map(({ id }) => id)];
    const notes = await this.db.query<{ id: string }>(
      'with gone as (delete from matter_note where matter_id = any($1) returning id) select id from gone',
      ids,
    );
    const reports = await this.db.query<{ id: string }>(
      'with gone as (delete from report where matter_id = any($1) returning id) select id from gone',
      ids,
    );
    await this.receipts.record('matterFile', 'Report', reports.map(ofNobody));
    await this.receipts.record('matterFile', 'MatterNote', notes.map(ofNobody));
    return due.length;
  }

  /**
   * Deletes the text of notices but not their metadata, which is stored as long as the sanction. Talks are deleted as a
   * whole.
   */
  private async notices(before: Date): Promise<number> {
    const due = await this.db.query<DestroyedRow & { isTalk: boolean }>(
      `select n.id as "subjectId", n.account_id as "aboutId", n.kind = 'talk' as "isTalk" from notice n
       where n.words is not null and ${NOTICE_ENDED_SQL} for update of n`,
      [before],
    );
    const idsOf = (isTalk: boolean) => [
      due.filter((one) => one.isTalk === isTalk).map(({ subjectId }) => subjectId),
    ];
    await this.db.query('delete from notice where id = any($1)', idsOf(true));
    await this.db.query('update appeal set words = null where notice_id = any($1)', idsOf(false));
    await this.db.query(
      'update notice set words = null, groups_left = null, answer = null where id = any($1)',
      idsOf(false),
    );
    const destroyed = due.map(({ subjectId, aboutId }) => ({ subjectId, aboutId }));
    await this.receipts.record('notice', 'Notice', destroyed);
    return due.length;
  }

  /**
   * Deletes sanctions with their notices and appeals, then matters without remaining rows. Active separations remain.
   */
  private async acts(before: Date): Promise<number> {
    const acts = await this.db.query<DestroyedRow>(
      `select s.id as "subjectId", s.account_id as "aboutId" from sanction s
       where ${SANCTION_ENDED_SQL} for update of s`,
      [before],
    );
    const ids = acts.map(({ subjectId }) => subjectId);
    await this.db.query(
      `delete from notice n where n.words is null and (n.sanction_id = any($2) or n.sanction_id is null)
         and ${NOTICE_ENDED_SQL}`,
      [before, ids],
    );
    await this.db.query('delete from sanction where id = any($1)', [ids]);
    const matters = await this.db.query<{ id: string }>(
      `with gone as (delete from matter m where ${MATTER_ENDED_SQL}
         and not exists (select 1 from report r where r.matter_id = m.id)
         and not exists (select 1 from matter_note o where o.matter_id = m.id)
         and not exists (select 1 from notice n where n.matter_id = m.id)
         and not exists (select 1 from sanction s where s.matter_id = m.id) returning id)
       select id from gone`,
      [before],
    );
    await this.receipts.record('sanction', 'Sanction', acts);
    await this.receipts.record('sanction', 'Matter', matters.map(ofNobody));
    return acts.length + matters.length;
  }
}

const ofNobody = ({ id }: { id: string }): DestroyedRow => ({ subjectId: id, aboutId: null });
