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
import type { TableOf } from '#policy/subject-table.js';
import { OrganisationsModule } from '#organisations/organisations.module.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { VettingModule } from '#vetting/vetting.module.js';
import { ActsResolver } from './acts.resolver.js';
import { Appeal } from './appeal.entity.js';
import { APPEAL_ENDS_SQL } from './appeal-time.js';
import { AppealsService } from './appeals.service.js';
import { ReopeningsModule } from '#vetting/reopenings.module.js';
import { AskRemoval } from './ask-removal.js';
import { ColleaguesService } from './colleagues.service.js';
import { GiveNotice } from './give-notice.js';
import { HandMatter } from './hand-matter.js';
import { HearAppeal } from './hear-appeal.js';
import { LiftAct } from './lift-act.js';
import { LiftSeparation } from './lift-separation.js';
import { MakeReport } from './make-report.js';
import { MatterFiles } from './matter-files.js';
import { MatterHandsResolver } from './matter-hands.resolver.js';
import { MatterHandsService } from './matter-hands.service.js';
import { MatterNotesService } from './matter-notes.service.js';
import { MatterMeasures } from './matter-measures.js';
import { MatterRecord } from './matter-record.js';
import { MatterStages } from './matter-stages.js';
import { MatterSummaries } from './matter-summaries.js';
import { Matter } from './matter.entity.js';
import { MattersResolver } from './matters.resolver.js';
import { MattersService } from './matters.service.js';
import { MemberEndings } from './member-endings.js';
import { MemberReach } from './member-reach.js';
import { ModerationDataClasses } from './moderation.data-classes.js';
import { ModerationExports } from './moderation.exports.js';
import { ModerationJobs } from './moderation.jobs.js';
import { ModeratorsService } from './moderators.service.js';
import { NoticeDrafts } from './notice-drafts.js';
import { AppealFieldsResolver, NoticeFieldsResolver } from './notice-fields.resolver.js';
import { Notice } from './notice.entity.js';
import { NoticesResolver } from './notices.resolver.js';
import { OpenMatter } from './open-matter.js';
import { OrderAct } from './order-act.js';
import { OtherSide } from './other-side.js';
import { OwnNoticesService } from './own-notices.service.js';
import { TakeReopenings } from './reopening.handlers.js';
import { RemovalFacts } from './removal-facts.js';
import { GoOnWithoutASecondPerson } from './removal.handlers.js';
import { RemoveMember } from './remove-member.js';
import { RemovedMemberDataClass } from './removed-member.data-class.js';
import { ReportableKinds } from './reportable-kinds.js';
import { ReportableMessages } from './reportable-messages.js';
import { ReportablePictures } from './reportable-pictures.js';
import { ReportablePlaces } from './reportable-places.js';
import { ReportableSuggestions } from './reportable-suggestions.js';
import { Report } from './report.entity.js';
import { Reportables } from './reportables.js';
import { ReportsResolver } from './reports.resolver.js';
import { ReportsService } from './reports.service.js';
import { SanctionActs } from './sanction-acts.js';
import { SanctionTimes } from './sanction-times.js';
import { SanctionsService } from './sanctions.service.js';
import { SeparateMembers } from './separate-members.js';
import { SeparationsResolver } from './separations.resolver.js';
import { SharedGroups } from './shared-groups.js';
import { TalkToReported } from './talk-to-reported.js';
import { UndoAct } from './undo-act.js';

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
