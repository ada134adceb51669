import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { Subjects } from '#access/subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { HOUR } from '#kernel/clock.js';
import { MembersModule } from '#members/members.module.js';
import type { TableOf } from '#policy/subject-table.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SettingsModule } from '#settings/settings.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { TaxonomyModule } from '#taxonomy/taxonomy.module.js';
import { AddressHashes } from './address-hashes.js';
import { AdmissionService } from './admission.service.js';
import { ApplicantAccounts } from './applicant-accounts.js';
import { ApplicantActs } from './applicant-acts.service.js';
import { TellTheApplicant } from './applicant.handlers.js';
import { APPEAL_LASTS, Application } from './application.entity.js';
import { ApplicationFiles, Opinions } from './application-files.service.js';
import { ApplicationAnswersRemoval } from './application-answers-removal.service.js';
import { ApplicationNote } from './application-note.entity.js';
import { ApplicationRecord } from './application-record.service.js';
import { Applications } from './applications.service.js';
import { Apply } from './apply.js';
import { ApplyResolver } from './apply.resolver.js';
import { AskApplicant } from './ask-applicant.js';
import { ClaimsService } from './claims.service.js';
import { ConflictsService } from './conflicts.service.js';
import { Decide } from './decide.js';
import { Decision } from './decision.entity.js';
import { DecisionsService } from './decisions.service.js';
import { DeleteApplication } from './delete-application.js';
import { DeskResolver } from './desk.resolver.js';
import { DeskService } from './desk.service.js';
import { DeskWordsModule } from './desk-words.module.js';
import { VettingRecords } from './vetting-records.js';
import { EarlierApplication } from './earlier-application.service.js';
import { EarlierRemovals } from './earlier-removals.service.js';
import { Earlier } from './earlier.service.js';
import { Invitation } from './invitation.entity.js';
import { InvitationsResolver } from './invitations.resolver.js';
import { Invitations } from './invitations.service.js';
import { JoiningLimits } from './joining-limits.js';
import { Admitting, Outcomes } from './outcomes.service.js';
import { OpenReopening } from './open-reopening.js';
import { LooseVouchDataClass } from './loose-vouch.data-class.js';
import { NotesService } from './notes.service.js';
import { OwnAppeal } from './own-appeal.service.js';
import { OwnApplicationResolver } from './own-application.resolver.js';
import { OwnApplicationService } from './own-application.service.js';
import { QueueMarks } from './queue-marks.js';
import { QueueService } from './queue.service.js';
import { Readers } from './readers.service.js';
import { Review } from './review.entity.js';
import { ReviewsResolver } from './reviews.resolver.js';
import { ReviewsService } from './reviews.service.js';
import { SeenBefore } from './seen-before.service.js';
import { TellAdministratorsThatVettersAreMissing } from './shortage.handlers.js';
import { ShortageResolver } from './shortage.resolver.js';
import { Shortage } from './shortage.service.js';
import { States } from './states.service.js';
import { ThroughputResolver } from './throughput.resolver.js';
import { ThroughputService } from './throughput.service.js';
import { VettingDataClasses } from './vetting.data-classes.js';
import { VettingExports } from './vetting.exports.js';
import { TellTheDesk } from './vetting.handlers.js';
import { VettingJobs } from './vetting.jobs.js';
import { Vouch } from './vouch.entity.js';
import { VouchResolver } from './vouch.resolver.js';
import { VouchesResolver } from './vouches.resolver.js';
import { VouchesService } from './vouches.service.js';
import { WayBack } from './way-back.js';

/** Sets of accounts that belong to an application; `id` is its id in the subject's row. */
const deskSets = (id: string) => ({
  assigneeIds: {
    table: 'application_assignee',
    on: `{it}.application_id = {row}.${id}`,
    value: 'account_id',
  },
  tiedIds: {
    table: 'application_tie',
    on: `{it}.application_id = {row}.${id}`,
    value: 'account_id',
  },
});
const reviewers = (id: string) => ({
  reviewerIds: {
    table: 'review',
    on: `{it}.application_id = {row}.${id} and {it}.round = {row}.round`,
    value: 'reviewer_id',
  },
});

const APPLICATION: TableOf<'Application'> = {
  table: 'application',
  columns: {
    accountId: { sql: 'account_id' },
    stage: { sql: 'stage' },
    wasAppealed: { sql: '{row}.round > 1' },
    appealUntil: {
      sql: `coalesce({row}.decided_at, to_timestamp(0)) + interval '${APPEAL_LASTS / HOUR} hours'`,
    },
  },
  sets: {
    ...deskSets('id'),
    ...reviewers('id'),
    chainIds: {
      table: 'account',
      on: '{it}.id in (select chain_of({row}.account_id))',
      value: 'id',
    },
  },
};
const REVIEW: TableOf<'Review'> = {
  table: 'review',
  columns: { reviewerId: { sql: 'reviewer_id' } },
  sets: { ...deskSets('application_id'), ...reviewers('application_id') },
};
const NOTE: TableOf<'ApplicationNote'> = {
  table: 'application_note',
  columns: { authorId: { sql: 'author_id', nullable: true } },
  sets: { ...deskSets('application_id'), ...reviewers('application_id') },
};
const VOUCH: TableOf<'Vouch'> = {
  table: 'vouch',
  columns: {
    voucherId: { sql: 'voucher_id' },
    withdrawnAt: { sql: 'withdrawn_at', nullable: true },
  },
  sets: deskSets('application_id'),
};
const DECISION: TableOf<'Decision'> = {
  table: 'decision',
  columns: { accountId: { sql: 'account_id', nullable: true } },
  sets: {
    tiedIds: { table: 'tie', on: '{it}.other_id = {row}.account_id', value: 'account_id' },
  },
};

const INVITATION: TableOf<'Invitation'> = {
  table: 'invitation',
  columns: {
    inviterId: { sql: 'inviter_id' },
    inviterStanding: { sql: 'standing', join: 'inviter' },
    inviterAdministers: {
      sql: `exists (select 1 from duty d where d.account_id = {row}.inviter_id and d.name = 'administer')`,
    },
    usedAt: { sql: 'used_at', nullable: true },
    revokedAt: { sql: 'revoked_at', nullable: true },
  },
  joins: { inviter: { table: 'account', on: '{it}.id = {row}.inviter_id' } },
  sets: {},
};

const SERVICES = [
  AddressHashes,
  AdmissionService,
  Admitting,
  ApplicantAccounts,
  ApplicantActs,
  ApplicationAnswersRemoval,
  ApplicationFiles,
  ApplicationRecord,
  Applications,
  Apply,
  AskApplicant,
  ClaimsService,
  ConflictsService,
  Decide,
  DecisionsService,
  DeleteApplication,
  EarlierRemovals,
  DeskService,
  Earlier,
  EarlierApplication,
  Invitations,
  JoiningLimits,
  NotesService,
  OpenReopening,
  Opinions,
  Outcomes,
  OwnAppeal,
  OwnApplicationService,
  QueueMarks,
  QueueService,
  Readers,
  ReviewsService,
  SeenBefore,
  Shortage,
  States,
  VettingRecords,
  ThroughputService,
  VouchesService,
  WayBack,
];
const DOORS = [
  ApplyResolver,
  DeskResolver,
  InvitationsResolver,
  OwnApplicationResolver,
  ReviewsResolver,
  ShortageResolver,
  ThroughputResolver,
  VouchesResolver,
  VouchResolver,
];

@Module({
  imports: [
    AccessModule,
    AuditModule,
    DeskWordsModule,
    EventsModule,
    MembersModule,
    ProfilesModule,
    RealtimeModule,
    RetentionModule,
    SettingsModule,
    SigninModule,
    TaxonomyModule,
  ],
  providers: [
    ...SERVICES,
    ...DOORS,
    TellAdministratorsThatVettersAreMissing,
    TellTheApplicant,
    TellTheDesk,
    LooseVouchDataClass,
    VettingDataClasses,
    VettingExports,
    VettingJobs,
  ],
  exports: SERVICES,
})
export class VettingModule {
  constructor(subjects: Subjects) {
    subjects.register('Application', Application, APPLICATION);
    subjects.register('Review', Review, REVIEW);
    subjects.register('ApplicationNote', ApplicationNote, NOTE);
    subjects.register('Vouch', Vouch, VOUCH);
    subjects.register('Decision', Decision, DECISION);
    subjects.register('Invitation', Invitation, INVITATION);
  }
}
