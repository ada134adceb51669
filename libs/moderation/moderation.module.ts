import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { Subjects } from '#access/subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { ChannelsModule } from '#channels/channels.module.js';
import { EventsModule } from '#events/events.module.js';
import { FilesModule } from '#files/files.module.js';
import { GroupsModule } from '#groups/groups.module.js';
import { IntroductionsModule } from '#introductions/introductions.module.js';
import { MembersModule } from '#members/members.module.js';
import type { TableOf } from '#policy/engine/subject-table.js';
import { OrganisationsModule } from '#organisations/organisations.module.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { VettingModule } from '#vetting/vetting.module.js';
import { ActsResolver } from './sanctions/acts.resolver.js';
import { Appeal } from './appeals/appeal.entity.js';
import { APPEAL_ENDS_SQL } from './appeals/appeal-time.js';
import { AppealsService } from './appeals/appeals.service.js';
import { ReopeningsModule } from '#vetting/reopenings/reopenings.module.js';
import { AskRemoval } from './sanctions/ask-removal.js';
import { ColleaguesService } from './matters/colleagues.service.js';
import { GiveNotice } from './notices/give-notice.js';
import { HandMatter } from './matters/hand-matter.js';
import { HearAppeal } from './appeals/hear-appeal.js';
import { LiftAct } from './sanctions/lift-act.js';
import { LiftSeparation } from './separations/lift-separation.js';
import { MakeReport } from './reports/make-report.js';
import { MatterFiles } from './matters/matter-files.js';
import { MatterHandsResolver } from './matters/matter-hands.resolver.js';
import { MatterHandsService } from './matters/matter-hands.service.js';
import { MatterNotesService } from './matters/matter-notes.service.js';
import { MatterMeasures } from './matters/matter-measures.js';
import { MatterRecord } from './matters/matter-record.js';
import { MatterStages } from './matters/matter-stages.js';
import { MatterSummaries } from './matters/matter-summaries.js';
import { Matter } from './matters/matter.entity.js';
import { MattersResolver } from './matters/matters.resolver.js';
import { MattersService } from './matters/matters.service.js';
import { MemberEndings } from './sanctions/member-endings.js';
import { MemberReach } from './reports/member-reach.js';
import { ModerationDataClasses } from './moderation.data-classes.js';
import { ModerationExports } from './moderation.exports.js';
import { ModerationJobs } from './moderation.jobs.js';
import { ModeratorsService } from './matters/moderators.service.js';
import { NoticeDrafts } from './notices/notice-drafts.js';
import { AppealFieldsResolver, NoticeFieldsResolver } from './notices/notice-fields.resolver.js';
import { Notice } from './notices/notice.entity.js';
import { NoticesResolver } from './notices/notices.resolver.js';
import { OpenMatter } from './matters/open-matter.js';
import { OrderAct } from './sanctions/order-act.js';
import { OtherSide } from './matters/other-side.js';
import { OwnNoticesService } from './notices/own-notices.service.js';
import { TakeReopenings } from './matters/reopening.handlers.js';
import { RemovalFacts } from './sanctions/removal-facts.js';
import { GoOnWithoutASecondPerson } from './sanctions/removal.handlers.js';
import { RemoveMember } from './sanctions/remove-member.js';
import { RemovedMemberDataClass } from './sanctions/removed-member.data-class.js';
import { ReportableKinds } from './reports/reportable-kinds.js';
import { ReportableMessages } from './reports/reportable-messages.js';
import { ReportablePictures } from './reports/reportable-pictures.js';
import { ReportablePlaces } from './reports/reportable-places.js';
import { ReportableSuggestions } from './reports/reportable-suggestions.js';
import { Report } from './reports/report.entity.js';
import { Reportables } from './reports/reportables.js';
import { ReportsResolver } from './reports/reports.resolver.js';
import { ReportsService } from './reports/reports.service.js';
import { SanctionActs } from './sanctions/sanction-acts.js';
import { SanctionTimes } from './sanctions/sanction-times.js';
import { SanctionsService } from './sanctions/sanctions.service.js';
import { SeparateMembers } from './separations/separate-members.js';
import { SeparationsResolver } from './separations/separations.resolver.js';
import { SharedGroups } from './separations/shared-groups.js';
import { TalkToReported } from './notices/talk-to-reported.js';
import { UndoAct } from './sanctions/undo-act.js';

/** Sets of accounts that belong to a matter, for the policy. `id` is the SQL expression of the matter's id. */
const sidesOf = (id: string) => ({
  assigneeIds: {
    table: 'matter',
    on: `{it}.id = {row}.${id} and {it}.stage <> 'closed' and {it}.assignee_id is not null`,
    value: 'assignee_id',
  },
  partyIds: { table: 'matter_party', on: `{it}.matter_id = {row}.${id}`, value: 'account_id' },
  tiedIds: { table: 'matter_tie', on: `{it}.matter_id = {row}.${id}`, value: 'account_id' },
});

const decidersOf = (id: string) => ({
  table: 'matter_decider',
  on: `{it}.matter_id = {row}.${id}`,
  value: 'account_id',
});

const MATTER: TableOf<'Matter'> = {
  table: 'matter',
  columns: { stage: { sql: 'stage' } },
  sets: { ...sidesOf('id'), deciderIds: decidersOf('id') },
};

const REPORT: TableOf<'Report'> = {
  table: 'report',
  columns: { reporterId: { sql: 'reporter_id' } },
  sets: sidesOf('matter_id'),
};

const NOTICE: TableOf<'Notice'> = {
  table: 'notice',
  joins: {
    appeal: { table: 'appeal', on: '{it}.notice_id = {row}.id' },
    matter: { table: 'matter', on: '{it}.id = {row}.matter_id' },
  },
  columns: {
    accountId: { sql: 'account_id' },
    kind: { sql: 'kind' },
    shownFrom: { sql: 'shown_from' },
    answeredAt: { sql: 'answered_at', nullable: true },
    matterClosedAt: { sql: 'closed_at', join: 'matter', nullable: true },
    appealEndsAt: { sql: APPEAL_ENDS_SQL },
    appealedAt: { sql: 'created_at', join: 'appeal', nullable: true },
  },
  sets: sidesOf('matter_id'),
};

const APPEAL: TableOf<'Appeal'> = {
  table: 'appeal',
  columns: {
    accountId: { sql: 'account_id' },
    decidedAt: { sql: 'decided_at', nullable: true },
  },
  sets: { ...sidesOf('matter_id'), deciderIds: decidersOf('matter_id') },
};

const SERVICES = [
  AppealsService,
  MattersService,
  MatterHandsService,
  MatterNotesService,
  ModeratorsService,
  OwnNoticesService,
  ReportsService,
  SanctionsService,
];
const DOORS = [
  ActsResolver,
  AppealFieldsResolver,
  MatterHandsResolver,
  MattersResolver,
  NoticeFieldsResolver,
  NoticesResolver,
  ReportsResolver,
  SeparationsResolver,
];
const PARTS = [
  AskRemoval,
  ColleaguesService,
  GiveNotice,
  HandMatter,
  HearAppeal,
  LiftAct,
  LiftSeparation,
  MakeReport,
  MatterFiles,
  MatterMeasures,
  MatterRecord,
  MatterStages,
  MatterSummaries,
  MemberEndings,
  MemberReach,
  NoticeDrafts,
  OpenMatter,
  OrderAct,
  OtherSide,
  RemovalFacts,
  RemoveMember,
  ReportableKinds,
  ReportableMessages,
  ReportablePictures,
  ReportablePlaces,
  ReportableSuggestions,
  Reportables,
  SanctionActs,
  SanctionTimes,
  SeparateMembers,
  SharedGroups,
  TalkToReported,
  UndoAct,
];

const HANDLERS = [GoOnWithoutASecondPerson, TakeReopenings];
const CLASSES = [ModerationDataClasses, RemovedMemberDataClass];
const BESIDES = [...HANDLERS, ...CLASSES, ModerationExports, ModerationJobs];

@Module({
  imports: [
    AccessModule,
    AuditModule,
    ChannelsModule,
    EventsModule,
    FilesModule,
    GroupsModule,
    IntroductionsModule,
    MembersModule,
    OrganisationsModule,
    ProfilesModule,
    RealtimeModule,
    ReopeningsModule,
    RetentionModule,
    SigninModule,
    VettingModule,
  ],
  providers: [...SERVICES, ...DOORS, ...PARTS, ...BESIDES],
  exports: SERVICES,
})
export class ModerationModule {
  constructor(subjects: Subjects) {
    subjects.register('Matter', Matter, MATTER);
    subjects.register('Report', Report, REPORT);
    subjects.register('Notice', Notice, NOTICE);
    subjects.register('Appeal', Appeal, APPEAL);
  }
}
