import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { ChannelsModule } from '#channels/channels.module.js';
import { EventsModule } from '#events/events.module.js';
import { FilesModule } from '#files/files.module.js';
import { GroupsModule } from '#groups/groups.module.js';
import { IntroductionsModule } from '#introductions/introductions.module.js';
import { MembersModule } from '#members/members.module.js';
import type { SubjectTableOf } from '#policy/engine/subject-table.js';
import { OrganisationsModule } from '#organisations/organisations.module.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { SupportRequestsModule } from '#support/requests/support-requests.module.js';
import { VettingModule } from '#vetting/vetting.module.js';
import { SanctionsResolver } from './sanctions/sanctions.resolver.js';
import { Appeal } from './appeals/appeal.entity.js';
import { APPEAL_PERIOD_END_SQL } from './appeals/appeal-period.js';
import { AppealsService } from './appeals/appeals.service.js';
import { ReopeningsModule } from '#vetting/reopenings/reopenings.module.js';
import { RequestRemoval } from './sanctions/request-removal.js';
import { OtherModeratorsService } from './matters/other-moderators.service.js';
import { NoticeDelivery } from './notices/notice-delivery.js';
import { ReassignMatter } from './matters/reassign-matter.js';
import { DecideAppeal } from './appeals/decide-appeal.js';
import { LiftSanction } from './sanctions/lift-sanction.js';
import { LiftSeparation } from './separations/lift-separation.js';
import { CreateReport } from './reports/create-report.js';
import { MatterFiles } from './matters/matter-files.js';
import { MatterAssignmentResolver } from './matters/matter-assignment.resolver.js';
import { MatterAssignmentService } from './matters/matter-assignment.service.js';
import { MatterNotesService } from './matters/matter-notes.service.js';
import { MatterSanctionHistory } from './matters/matter-sanction-history.js';
import { MatterAudit } from './matters/matter-audit.js';
import { MatterStageTransitions } from './matters/matter-stage-transitions.js';
import { MatterSummaries } from './matters/matter-summaries.js';
import { Matter } from './matters/matter.entity.js';
import { MattersResolver } from './matters/matters.resolver.js';
import { MattersService } from './matters/matters.service.js';
import { MemberRemoval } from './sanctions/member-removal.js';
import { EndMemberContacts } from './reports/end-member-contacts.js';
import { ModerationDataClasses } from './moderation.data-classes.js';
import { ModerationDataExport } from './moderation.data-export.js';
import { ModerationJobs } from './moderation.jobs.js';
import { ModeratorsService } from './matters/moderators.service.js';
import { NoticeDrafts } from './notices/notice-drafts.js';
import { AppealFieldsResolver, NoticeFieldsResolver } from './notices/notice-fields.resolver.js';
import { Notice } from './notices/notice.entity.js';
import { NoticesResolver } from './notices/notices.resolver.js';
import { OpenMatter } from './matters/open-matter.js';
import { ApplySanction } from './sanctions/apply-sanction.js';
import { SeparationReporterNotices } from './matters/separation-reporter-notices.js';
import { OwnNoticesService } from './notices/own-notices.service.js';
import { ReopeningConcernHandlers } from './matters/reopening-concern.handlers.js';
import { RemovalRequestFacts } from './sanctions/removal-request-facts.js';
import { RemovalRequestHandlers } from './sanctions/removal-request.handlers.js';
import { RemoveMemberAct } from './sanctions/remove-member-act.js';
import { RemovedMemberDataClass } from './sanctions/removed-member.data-class.js';
import { ReportableProfiles } from './reports/reportable-profiles.js';
import { ReportableMessages } from './reports/reportable-messages.js';
import { ReportableGroups } from './reports/reportable-groups.js';
import { ReportablePictures } from './reports/reportable-pictures.js';
import { ReportableTexts } from './reports/reportable-texts.js';
import { ReportedCaseMessages } from './reports/reported-case-messages.js';
import { ReportableSupporters } from './reports/reportable-supporters.js';
import { ReportableSuggestions } from './reports/reportable-suggestions.js';
import { Report } from './reports/report.entity.js';
import { ReportableContentRegistry } from './reports/reportable-content-registry.js';
import { ReportsResolver } from './reports/reports.resolver.js';
import { ReportsService } from './reports/reports.service.js';
import { SanctionEffects } from './sanctions/sanction-effects.js';
import { SanctionTimes } from './sanctions/sanction-times.js';
import { SanctionsService } from './sanctions/sanctions.service.js';
import { SeparateMembers } from './separations/separate-members.js';
import { SeparationsResolver } from './separations/separations.resolver.js';
import { SharedGroups } from './separations/shared-groups.js';
import { SendAnswerableNotice } from './notices/send-answerable-notice.js';
import { UndoNotice } from './sanctions/undo-notice.js';

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

const MATTER: SubjectTableOf<'Matter'> = {
  table: 'matter',
  columns: { stage: { sql: 'stage' } },
  sets: { ...sidesOf('id'), deciderIds: decidersOf('id') },
};

const REPORT: SubjectTableOf<'Report'> = {
  table: 'report',
  columns: { reporterId: { sql: 'reporter_id' } },
  sets: sidesOf('matter_id'),
};

const NOTICE: SubjectTableOf<'Notice'> = {
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
    appealEndsAt: { sql: APPEAL_PERIOD_END_SQL },
    appealedAt: { sql: 'created_at', join: 'appeal', nullable: true },
  },
  sets: sidesOf('matter_id'),
};

const APPEAL: SubjectTableOf<'Appeal'> = {
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
  MatterAssignmentService,
  MatterNotesService,
  ModeratorsService,
  OwnNoticesService,
  ReportsService,
  SanctionsService,
];
const DOORS = [
  SanctionsResolver,
  AppealFieldsResolver,
  MatterAssignmentResolver,
  MattersResolver,
  NoticeFieldsResolver,
  NoticesResolver,
  ReportsResolver,
  SeparationsResolver,
];
const PARTS = [
  RequestRemoval,
  OtherModeratorsService,
  NoticeDelivery,
  ReassignMatter,
  DecideAppeal,
  LiftSanction,
  LiftSeparation,
  CreateReport,
  MatterFiles,
  MatterSanctionHistory,
  MatterAudit,
  MatterStageTransitions,
  MatterSummaries,
  MemberRemoval,
  EndMemberContacts,
  NoticeDrafts,
  OpenMatter,
  ApplySanction,
  SeparationReporterNotices,
  RemovalRequestFacts,
  RemoveMemberAct,
  ReportableProfiles,
  ReportableMessages,
  ReportableGroups,
  ReportablePictures,
  ReportableTexts,
  ReportableSuggestions,
  ReportableSupporters,
  ReportedCaseMessages,
  ReportableContentRegistry,
  SanctionEffects,
  SanctionTimes,
  SeparateMembers,
  SharedGroups,
  SendAnswerableNotice,
  UndoNotice,
];

const HANDLERS = [RemovalRequestHandlers, ReopeningConcernHandlers];
const CLASSES = [ModerationDataClasses, RemovedMemberDataClass];
const BESIDES = [...HANDLERS, ...CLASSES, ModerationDataExport, ModerationJobs];

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
    SupportRequestsModule,
    VettingModule,
  ],
  providers: [...SERVICES, ...DOORS, ...PARTS, ...BESIDES],
  exports: SERVICES,
})
export class ModerationModule {
  constructor(subjects: PolicySubjects) {
    subjects.register('Matter', Matter, MATTER);
    subjects.register('Report', Report, REPORT);
    subjects.register('Notice', Notice, NOTICE);
    subjects.register('Appeal', Appeal, APPEAL);
  }
}
