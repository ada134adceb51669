import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { Appeal } from './appeals/appeal.entity.js';
import { Notice } from './notices/notice.entity.js';
import { OWN_REPORT_RETENTION } from './matters/matter-retention.js';
import { Report } from './reports/report.entity.js';

@Injectable()
export class ModerationDataExport implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly exports: DataExportService,
  ) {}

  onModuleInit() {
    this.exports.register({
      name: 'reports',
      covers: ['report.reporter_id'],
      read: (accountId) => this.reportsOf(accountId),
    });
    this.exports.register({
      name: 'notices',
      covers: ['notice.account_id', 'appeal.account_id'],
      read: (accountId) => this.noticesOf(accountId),
    });
    this.exports.leaveOut('sanction.account_id', 'Each is told by a notice, from its moment on.');
    this.exports.leaveOut(
      'matter.reported_id',
      'Whoever is reported does not learn of it: it would point to who reported.',
    );
    const isAmongActs = 'It is among the acts of mine, from the audit.';
    this.exports.leaveOut('matter.assignee_id', isAmongActs);
    this.exports.leaveOut(
      'matter_note.author_id',
      'It stands in a matter about another and is destroyed with it.',
    );
    this.exports.leaveOut('sanction.ordered_by_id', isAmongActs);
    this.exports.leaveOut('sanction.approved_by_id', isAmongActs);
    this.exports.leaveOut('appeal.heard_by_id', isAmongActs);
  }

  /** Exports only the reports that the member's own list shows. */
  private async reportsOf(reporterId: string) {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const closedAt = MoreThan(this.clock.in(-OWN_REPORT_RETENTION));
    const where = [IsNull(), closedAt].map((closed) => ({ reporterId, closedAt: closed }));
    const reports = await this.db.repo(Report).find({ where, order });
    return reports.map(({ subjectName, reason, note, stage, createdAt }) => {
      return { subject_name: subjectName, reason, note, stage, created_at: createdAt };
    });
  }

  /** Exports only delivered notices, with their answers and appeals. */
  private async noticesOf(accountId: string) {
    const shownFrom = LessThanOrEqual(this.clock.now());
    const order = { shownFrom: 'ASC', id: 'ASC' } as const;
    const notices = await this.db.repo(Notice).find({ where: { accountId, shownFrom }, order });
    const appeals = await this.db.repo(Appeal).findBy({ accountId });
    return notices.map(({ id, kind, reason, words, shownFrom: told_at, answer }) => {
      const appeal = appeals.find((one) => one.noticeId === id);
      return { kind, reason, words, told_at, answer, appeal: appeal?.words ?? null };
    });
  }
}
