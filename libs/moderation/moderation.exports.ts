import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { ExportsService } from '#signin/exports.service.js';
import { Report } from './report.entity.js';

@Injectable()
export class ModerationExports implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly exports: ExportsService,
  ) {}

  onModuleInit() {
    this.exports.register({
      name: 'reports',
      covers: ['report.reporter_id'],
      read: (accountId) => this.reportsOf(accountId),
    });
    this.exports.register({
      name: 'sanctions',
      covers: ['sanction.account_id'],
      read: (accountId) =>
        this.db.query(
          `select kind, reason, ends_at, created_at from sanction
           where account_id = $1 order by created_at`,
          [accountId],
        ),
    });
    this.exports.leaveOut(
      'matter.reported_id',
      'Whoever is reported does not learn of it: it would point to who reported.',
    );
    const isAmongActs = 'It is among the acts of mine, from the audit.';
    this.exports.leaveOut('matter.assignee_id', isAmongActs);
    this.exports.leaveOut('sanction.ordered_by_id', isAmongActs);
  }

  private async reportsOf(reporterId: string) {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const reports = await this.db.repo(Report).find({ where: { reporterId }, order });
    return reports.map(({ subjectName, reason, note, stage, createdAt }) => {
      return { subject_name: subjectName, reason, note, stage, created_at: createdAt };
    });
  }
}
