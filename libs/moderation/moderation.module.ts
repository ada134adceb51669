import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { Subjects } from '#access/subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { ChannelsModule } from '#channels/channels.module.js';
import { EventsModule } from '#events/events.module.js';
import { IntroductionsModule } from '#introductions/introductions.module.js';
import { MembersModule } from '#members/members.module.js';
import type { TableOf } from '#policy/subject-table.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { MakeReport } from './make-report.js';
import { ModerationExports } from './moderation.exports.js';
import { ModerationJobs } from './moderation.jobs.js';
import { ModeratorsService } from './moderators.service.js';
import { ReportableKinds } from './reportable-kinds.js';
import { ReportFiles } from './report-files.js';
import { Report } from './report.entity.js';
import { Reportables } from './reportables.js';
import { ReportsResolver } from './reports.resolver.js';
import { ReportsService } from './reports.service.js';
import { SanctionActs } from './sanction-acts.js';
import { SanctionsService } from './sanctions.service.js';

const REPORT: TableOf<'Report'> = {
  table: 'report',
  columns: {
    reporterId: { sql: 'reporter_id' },
    reportedId: { sql: 'reported_id' },
    stage: { sql: 'stage' },
  },
  sets: {
    assigneeIds: {
      table: 'report',
      on: `{it}.id = {row}.id and {it}.stage = 'open' and {it}.assignee_id is not null`,
      value: 'assignee_id',
    },
    tiedIds: { table: 'report_tie', on: '{it}.report_id = {row}.id', value: 'other_id' },
  },
};

@Module({
  imports: [
    AccessModule,
    AuditModule,
    ChannelsModule,
    EventsModule,
    IntroductionsModule,
    MembersModule,
    ProfilesModule,
    SigninModule,
  ],
  providers: [
    MakeReport,
    ModerationExports,
    ModerationJobs,
    ModeratorsService,
    ReportableKinds,
    Reportables,
    ReportFiles,
    ReportsResolver,
    ReportsService,
    SanctionActs,
    SanctionsService,
  ],
  exports: [ModeratorsService, ReportsService, SanctionsService],
})
export class ModerationModule {
  constructor(subjects: Subjects) {
    subjects.register('Report', Report, REPORT);
  }
}
