import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { HOUR } from '#kernel/clock.js';
import { MembersModule } from '#members/members.module.js';
import type { SubjectTableOf } from '#policy/engine/subject-table.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SettingsModule } from '#settings/settings.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { TaxonomyModule } from '#taxonomy/taxonomy.module.js';
import { EmailHashes } from './applications/email-hashes.js';
import { AdmissionService } from './decisions/admission.service.js';
import { ApplicantAccounts } from './applicants/applicant-accounts.js';
import { ApplicantActionsService } from './applicants/applicant-actions.service.js';
import { ApplicantHandlers } from './applicants/applicant.handlers.js';
import { DECLINE_APPEAL_PERIOD, Application } from './applications/application.entity.js';
import {
  ApplicationFilesService,
  VisibleReviewsService,
} from './applications/application-files.service.js';
import { ApplicationAnswersRemovalService } from './applicants/application-answers-removal.service.js';
import { ApplicationNote } from './reviews/application-note.entity.js';
import { ApplicationContentService } from './applications/application-content.service.js';
import { ApplicationsService } from './applications/applications.service.js';
import { SubmitApplication } from './applicants/submit-application.js';
import { ApplicationSubmissionResolver } from './applicants/application-submission.resolver.js';
import { AskApplicant } from './applications/ask-applicant.js';
import { ClaimsService } from './reviews/claims.service.js';
import { DeclaredConflictsService } from './reviews/declared-conflicts.service.js';
import { DecideApplication } from './decisions/decide-application.js';
import { Decision } from './decisions/decision.entity.js';
import { DecisionsService } from './decisions/decisions.service.js';
import { DeleteApplication } from './applicants/delete-application.js';
import { ApplicationQueueResolver } from './reviews/application-queue.resolver.js';
import { OpenApplicationFileService } from './reviews/open-application-file.service.js';
import { ReviewTemplatesModule } from './templates/review-templates.module.js';
import { ReviewerActionLog } from './reviewer-action-log.js';
import { EarlierApplicationService } from './applications/earlier-application.service.js';
import { EarlierRemovalsService } from './applications/earlier-removals.service.js';
import { ApplicationHistoryService } from './applications/application-history.service.js';
import { Invitation } from './invitations/invitation.entity.js';
import { ApplicationInvitationsResolver } from './invitations/application-invitations.resolver.js';
import { ApplicationInvitationsService } from './invitations/application-invitations.service.js';
import { ApplicationRateLimits } from './applicants/application-rate-limits.js';
import { AdmitApplicant, DecisionEffectsService } from './decisions/decision-effects.service.js';
import { StartReopening } from './reopenings/start-reopening.js';
import { OrphanedVouchDataClass } from './vouches/orphaned-vouch.data-class.js';
import { ApplicationNotesService } from './reviews/application-notes.service.js';
import { OwnAppealService } from './applicants/own-appeal.service.js';
import { OwnApplicationResolver } from './applicants/own-application.resolver.js';
import { OwnApplicationService } from './applicants/own-application.service.js';
import { ApplicationQueueItemFlags } from './reviews/application-queue-item-flags.js';
import { ApplicationQueueService } from './reviews/application-queue.service.js';
import { ReviewerNotifierService } from './reviews/reviewer-notifier.service.js';
import { Review } from './reviews/review.entity.js';
import { ReviewsResolver } from './reviews/reviews.resolver.js';
import { ReviewsService } from './reviews/reviews.service.js';
import { RepeatApplicantsService } from './applications/repeat-applicants.service.js';
import { ReviewerShortageHandlers } from './throughput/reviewer-shortage.handlers.js';
import { ReviewerShortageResolver } from './throughput/reviewer-shortage.resolver.js';
import { ReviewerShortageService } from './throughput/reviewer-shortage.service.js';
import { ApplicationStatusService } from './applications/application-status.service.js';
import { ThroughputResolver } from './throughput/throughput.resolver.js';
import { ThroughputService } from './throughput/throughput.service.js';
import { VettingDataClasses } from './vetting.data-classes.js';
import { VettingDataExport } from './vetting.data-export.js';
import { VettingHandlers } from './vetting.handlers.js';
import { VettingJobs } from './vetting.jobs.js';
import { Vouch } from './vouches/vouch.entity.js';
import { VouchResolver } from './vouches/vouch.resolver.js';
import { VouchesResolver } from './vouches/vouches.resolver.js';
import { VouchesService } from './vouches/vouches.service.js';
import { RecoveryPhraseSignIn } from './applicants/recovery-phrase-sign-in.js';

/**
 * Sets of accounts that belong to an application, for the policy. `id` is the SQL expression of the application's id.
 */
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

const APPLICATION: SubjectTableOf<'Application'> = {
  table: 'application',
  columns: {
    accountId: { sql: 'account_id' },
    stage: { sql: 'stage' },
    wasAppealed: { sql: '{row}.round > 1' },
    appealUntil: {
      sql: `coalesce({row}.decided_at, to_timestamp(0)) + interval '${DECLINE_APPEAL_PERIOD / HOUR} hours'`,
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
const REVIEW: SubjectTableOf<'Review'> = {
  table: 'review',
  columns: { reviewerId: { sql: 'reviewer_id' } },
  sets: { ...deskSets('application_id'), ...reviewers('application_id') },
};
const NOTE: SubjectTableOf<'ApplicationNote'> = {
  table: 'application_note',
  columns: { authorId: { sql: 'author_id', nullable: true } },
  sets: { ...deskSets('application_id'), ...reviewers('application_id') },
};
const VOUCH: SubjectTableOf<'Vouch'> = {
  table: 'vouch',
  columns: {
    voucherId: { sql: 'voucher_id' },
    withdrawnAt: { sql: 'withdrawn_at', nullable: true },
  },
  sets: deskSets('application_id'),
};
const DECISION: SubjectTableOf<'Decision'> = {
  table: 'decision',
  columns: { accountId: { sql: 'account_id', nullable: true } },
  sets: {
    tiedIds: { table: 'tie', on: '{it}.other_id = {row}.account_id', value: 'account_id' },
  },
};

const INVITATION: SubjectTableOf<'Invitation'> = {
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
  EmailHashes,
  AdmissionService,
  AdmitApplicant,
  ApplicantAccounts,
  ApplicantActionsService,
  ApplicationAnswersRemovalService,
  ApplicationFilesService,
  ApplicationContentService,
  ApplicationsService,
  SubmitApplication,
  AskApplicant,
  ClaimsService,
  DeclaredConflictsService,
  DecideApplication,
  DecisionsService,
  DeleteApplication,
  EarlierRemovalsService,
  OpenApplicationFileService,
  ApplicationHistoryService,
  EarlierApplicationService,
  ApplicationInvitationsService,
  ApplicationRateLimits,
  ApplicationNotesService,
  StartReopening,
  VisibleReviewsService,
  DecisionEffectsService,
  OwnAppealService,
  OwnApplicationService,
  ApplicationQueueItemFlags,
  ApplicationQueueService,
  ReviewerNotifierService,
  ReviewsService,
  RepeatApplicantsService,
  ReviewerShortageService,
  ApplicationStatusService,
  ReviewerActionLog,
  ThroughputService,
  VouchesService,
  RecoveryPhraseSignIn,
];
const DOORS = [
  ApplicationSubmissionResolver,
  ApplicationQueueResolver,
  ApplicationInvitationsResolver,
  OwnApplicationResolver,
  ReviewsResolver,
  ReviewerShortageResolver,
  ThroughputResolver,
  VouchesResolver,
  VouchResolver,
];

@Module({
  imports: [
    AccessModule,
    AuditModule,
    ReviewTemplatesModule,
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
    ReviewerShortageHandlers,
    ApplicantHandlers,
    VettingHandlers,
    OrphanedVouchDataClass,
    VettingDataClasses,
    VettingDataExport,
    VettingJobs,
  ],
  exports: SERVICES,
})
export class VettingModule {
  constructor(subjects: PolicySubjects) {
    subjects.register('Application', Application, APPLICATION);
    subjects.register('Review', Review, REVIEW);
    subjects.register('ApplicationNote', ApplicationNote, NOTE);
    subjects.register('Vouch', Vouch, VOUCH);
    subjects.register('Decision', Decision, DECISION);
    subjects.register('Invitation', Invitation, INVITATION);
  }
}
