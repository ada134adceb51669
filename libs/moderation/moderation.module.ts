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
import { RealtimeModule } from '#realtime/realtime.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { ColleaguesService } from './colleagues.service.js';
import { HandMatter } from './hand-matter.js';
import { MakeReport } from './make-report.js';
import { MatterActsResolver } from './matter-acts.resolver.js';
import { MatterFiles } from './matter-files.js';
import { MatterHandsService } from './matter-hands.service.js';
import { MatterRecord } from './matter-record.js';
import { MatterSummaries } from './matter-summaries.js';
import { Matter } from './matter.entity.js';
import { MattersResolver } from './matters.resolver.js';
import { MattersService } from './matters.service.js';
import { ModerationExports } from './moderation.exports.js';
import { ModerationJobs } from './moderation.jobs.js';
import { ModeratorsService } from './moderators.service.js';
import { OpenMatter } from './open-matter.js';
import { ReportableKinds } from './reportable-kinds.js';
import { Report } from './report.entity.js';
import { Reportables } from './reportables.js';
import { ReportsResolver } from './reports.resolver.js';
import { ReportsService } from './reports.service.js';
import { SanctionActs } from './sanction-acts.js';
import { SanctionsService } from './sanctions.service.js';

/** Of a matter, and of what stands in it; `id` names the matter. */
const sidesOf = (id: string) => ({
  assigneeIds: {
    table: 'matter',
    on: `{it}.id = {row}.${id} and {it}.stage <> 'closed' and {it}.assignee_id is not null`,
    value: 'assignee_id',
  },
  partyIds: { table: 'matter_party', on: `{it}.matter_id = {row}.${id}`, value: 'account_id' },
  tiedIds: { table: 'matter_tie', on: `{it}.matter_id = {row}.${id}`, value: 'account_id' },
});

const MATTER: TableOf<'Matter'> = {
  table: 'matter',
  columns: { stage: { sql: 'stage' } },
  sets: sidesOf('id'),
};

const REPORT: TableOf<'Report'> = {
  table: 'report',
  columns: { reporterId: { sql: 'reporter_id' } },
  sets: sidesOf('matter_id'),
};

const SERVICES = [
  MattersService,
  MatterHandsService,
  ModeratorsService,
  ReportsService,
  SanctionsService,
];
const DOORS = [MattersResolver, MatterActsResolver, ReportsResolver];
const PARTS = [
  ColleaguesService,
  HandMatter,
  MakeReport,
  MatterFiles,
  MatterRecord,
  MatterSummaries,
  OpenMatter,
  ReportableKinds,
  Reportables,
  SanctionActs,
];

@Module({
  imports: [
    AccessModule,
    AuditModule,
    ChannelsModule,
    EventsModule,
    IntroductionsModule,
    MembersModule,
    ProfilesModule,
    RealtimeModule,
    SigninModule,
  ],
  providers: [...SERVICES, ...DOORS, ...PARTS, ModerationExports, ModerationJobs],
  exports: SERVICES,
})
export class ModerationModule {
  constructor(subjects: Subjects) {
    subjects.register('Matter', Matter, MATTER);
    subjects.register('Report', Report, REPORT);
  }
}
