import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { ChannelsModule } from '#channels/channels.module.js';
import { Participation } from '#channels/sealed/participation.entity.js';
import { CleaningModule } from '#cleaning/cleaning.module.js';
import { EventsModule } from '#events/events.module.js';
import { FilesModule } from '#files/files.module.js';
import { MembersModule } from '#members/members.module.js';
import type { SubjectTableOf } from '#policy/engine/subject-table.js';
import { ProfilesModule } from '#profiles/profiles.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SettingsModule } from '#settings/settings.module.js';
import { SigninModule } from '#signin/signin.module.js';
import { CaseHelpersResolver } from '../helpers/case-helpers.resolver.js';
import { CaseHelpersService } from '../helpers/case-helpers.service.js';
import { CasesOfOthersService } from '../helpers/cases-of-others.service.js';
import { HelperActs } from '../helpers/helper-acts.js';
import { HelperChecks } from '../helpers/helper-checks.js';
import { HelperRows } from '../helpers/helper-rows.js';
import { HelperThreads } from '../helpers/helper-threads.js';
import { HelperExport } from '../helpers/helper-export.js';
import { HelperNews } from '../helpers/helper-news.js';
import { HelperParts } from '../helpers/helper-parts.js';
import { HelperRights } from '../helpers/helper-rights.js';
import { HelperTexts } from '../helpers/helper-texts.js';
import { HelperViewsService } from '../helpers/helper-views.service.js';
import { ShareCaseAct } from '../helpers/share-case-act.js';
import { CasePartnerViewsService } from '../partners/case-partner-views.service.js';
import { CasePartnersResolver } from '../partners/case-partners.resolver.js';
import { CasePartnersService } from '../partners/case-partners.service.js';
import { HandOverCase } from '../partners/hand-over-case.js';
import { PartnerNames } from '../partners/partner-names.js';
import { CallEndings } from '../calls/call-endings.js';
import { PartnerNews } from '../partners/partner-news.js';
import { PartnerParts } from '../partners/partner-parts.js';
import { PartnerRights } from '../partners/partner-rights.js';
import { CasePauses } from '../pauses/case-pauses.js';
import { PausedCasesResolver } from '../pauses/paused-cases.resolver.js';
import { PausedCasesService } from '../pauses/paused-cases.service.js';
import { RequesterRights } from '../pauses/requester-rights.js';
import { CaseLinksResolver } from '../links/case-links.resolver.js';
import { CaseLinksService } from '../links/case-links.service.js';
import { CaseTasksResolver } from '../tasks/case-tasks.resolver.js';
import { CaseQuestionsResolver } from '../questions/case-questions.resolver.js';
import { CaseQuestionsService } from '../questions/case-questions.service.js';
import { QuestionTexts } from '../questions/question-texts.js';
import { CaseTasksService } from '../tasks/case-tasks.service.js';
import { CaseTeam } from '../team/case-team.js';
import { CaseTeamResolver } from '../team/case-team.resolver.js';
import { CaseTeamViewsService } from '../team/case-team-views.service.js';
import { EarlierSupporters } from '../team/earlier-supporters.js';
import { OfferJobs } from '../team/offer-jobs.js';
import { OfferLimits } from '../team/offer-limits.js';
import { RequesterMailTimesService } from '../team/requester-mail-times.service.js';
import { SupporterOffersService } from '../team/supporter-offers.service.js';
import { CaseSupporters } from '../threads/case-supporters.js';
import { CaseThreadViewsService } from '../threads/case-thread-views.service.js';
import { CaseThreadsResolver, ThreadAnswerResolver } from '../threads/case-threads.resolver.js';
import { CaseThreadsService } from '../threads/case-threads.service.js';
import { ThreadAnswersService } from '../threads/thread-answers.service.js';
import { ThreadNews } from '../threads/thread-news.js';
import { ThreadOpenings } from '../threads/thread-openings.js';
import { ThreadsOfEarlierCasesService } from '../threads/threads-of-earlier-cases.service.js';
import { ThreadReaders } from '../threads/thread-readers.js';
import { ThreadTexts } from '../threads/thread-texts.js';
import { AnswerSupportRequest } from './answer-support-request.js';
import { AskSupport } from './ask-support.js';
import { CaseAudit } from './case-audit.js';
import { CaseContentService } from './duplicates/case-content.service.js';
import { CaseTextsService } from './case-texts.service.js';
import { CaseNews } from './news/case-news.js';
import { CaseTransitions } from './case-transitions.js';
import { CaseOpeningsResolver } from './openings/case-openings.resolver.js';
import { CaseOpeningsService } from './openings/case-openings.service.js';
import { CaseChanges } from './continuation/case-changes.js';
import { CaseContinuationResolver } from './continuation/case-continuation.resolver.js';
import { CaseSilenceService } from './continuation/case-silence.service.js';
import { ChangeContact } from './continuation/change-contact.js';
import { ReopenCase } from './continuation/reopen-case.js';
import { CaseAssignments } from './assignments/case-assignments.js';
import { AnswerDeadlinesService } from './deadlines/answer-deadlines.service.js';
import { EarlierDeadlines } from './deadlines/earlier-deadlines.js';
import { WorkingHoursResolver } from './deadlines/working-hours.resolver.js';
import { WorkingHoursService } from './deadlines/working-hours.service.js';
import { AskAsGuest } from './guests/ask-as-guest.js';
import { CaseGuestsService } from './guests/case-guests.service.js';
import { KeptCasesService } from './guests/kept-cases.service.js';
import { CasePhrasesService } from './guests/case-phrases.service.js';
import { DestroyRequest } from './guests/destroy-request.js';
import { GuestAvailabilityService } from './guests/guest-availability.service.js';
import { MakeGuestRequest } from './guests/make-guest-request.js';
import { SentGuestRequests } from './guests/sent-guest-requests.service.js';
import { GuestRateLimits } from './guests/guest-rate-limits.service.js';
import { GuestsResolver } from './guests/guests.resolver.js';
import { PublicAvailability } from './news/public-availability.js';
import { OwnRequestViewsService } from './own-request-views.service.js';
import { OwnRequestsResolver } from './own-requests.resolver.js';
import { OwnRequestsService } from './own-requests.service.js';
import { SupportAssignmentService } from './support-assignment.service.js';
import { SupportAvailabilityService } from './support-availability.service.js';
import { CaseReportsService } from './reports/case-reports.service.js';
import { SupportPauseResolver } from './support-pause.resolver.js';
import { SupportQueueResolver } from './support-queue.resolver.js';
import { SupportQueueService } from './support-queue.service.js';
import { SupportRequest } from './support-request.entity.js';
import { SupportRights } from './support-rights.js';
import { SupportDataClasses } from './support.data-classes.js';
import { SupportDataExport } from './support.data-export.js';
import { SupportJobs } from './support.jobs.js';
import { SupporterHandlers } from './supporters.handlers.js';
import { SupportersService } from './supporters.service.js';
import { DraftVoiceAnswersService } from './voice/draft-voice-answers.service.js';
import { SentVoiceAnswersService } from './voice/sent-voice-answers.service.js';
import { VoiceAnswerReadersService } from './voice/voice-answer-readers.service.js';
import { VoiceAnswersController } from './voice/voice-answers.controller.js';
import { VoiceUploadsService } from './voice/voice-uploads.service.js';
import { CaseLimitsSetting } from './workload/case-limits-setting.service.js';
import { RotaResolver } from './workload/rota.resolver.js';
import { RotaService } from './workload/rota.service.js';
import { SupporterRestService } from './workload/supporter-rest.service.js';
import { WorkloadResolver } from './workload/workload.resolver.js';
import { WorkloadService } from './workload/workload.service.js';

const SUPPORT_REQUEST: SubjectTableOf<'SupportRequest'> = {
  table: 'support_request',
  isPointedTo: true,
  columns: {
    requesterId: { sql: 'requester_id' },
    stage: { sql: 'stage' },
    hasRequesterLeft: { sql: '{row}.left_at is not null' },
  },
  sets: {
    assigneeIds: {
      table: 'support_request',
      on: '{it}.id = {row}.id AND {it}.assignee_id IS NOT NULL',
      value: 'assignee_id',
    },
    supporterIds: {
      table: 'case_supporter',
      on: '{it}.request_id = {row}.id',
      value: 'account_id',
    },
    offeredIds: {
      table: 'supporter_offer',
      on: '{it}.request_id = {row}.id AND {it}.ended_at IS NULL',
      value: 'account_id',
    },
    partnerIds: {
      table: 'case_partner',
      on: '{it}.request_id = {row}.id AND {it}.accepted_at IS NOT NULL',
      value: 'account_id',
    },
    invitedIds: {
      table: 'case_partner',
      on: '{it}.request_id = {row}.id AND {it}.accepted_at IS NULL AND {it}.declined_at IS NULL',
      value: 'account_id',
    },
    nextOwnerIds: {
      table: 'case_partner',
      on: '{it}.request_id = {row}.id AND {it}.ownership_offered_at IS NOT NULL',
      value: 'account_id',
    },
    helperIds: {
      table: 'case_helper',
      on: '{it}.request_id = {row}.id AND {it}.ended_at IS NULL AND {it}.account_id IS NOT NULL AND ({it}.until IS NULL OR {it}.until > now())',
      value: 'account_id',
    },
    recusedIds: { table: 'case_tie', on: '{it}.request_id = {row}.id', value: 'account_id' },
  },
};

/**
 * A supporter is known by their part in a case, and not by the id in the list of all supporters, which would link the name
 * of that time to the present one. The part stays while the case exists, so that a supporter who left can be reported.
 */
const SUPPORTER: SubjectTableOf<'Supporter'> = {
  table: 'participation',
  isPointedTo: true,
  columns: { accountId: { sql: 'account_id', nullable: true } },
  sets: {
    requesterIds: {
      table: 'known_supporter',
      on: '{it}.participation_id = {row}.id',
      value: 'requester_id',
    },
  },
};

const RESOLVERS = [
  GuestsResolver,
  ...[CaseHelpersResolver, CasePartnersResolver, CaseTeamResolver, CaseThreadsResolver],
  ...[CaseLinksResolver, CaseTasksResolver, PausedCasesResolver, ThreadAnswerResolver],
  CaseQuestionsResolver,
  ...[CaseContinuationResolver, CaseOpeningsResolver, OwnRequestsResolver],
  ...[SupportPauseResolver, SupportQueueResolver, WorkingHoursResolver],
  ...[RotaResolver, WorkloadResolver],
];
const SERVICES = [
  ...[
    AskAsGuest,
    CaseGuestsService,
    KeptCasesService,
    CasePhrasesService,
    DestroyRequest,
    GuestRateLimits,
  ],
  ...[GuestAvailabilityService, MakeGuestRequest, SentGuestRequests],
  ...[CaseSupporters, CaseThreadViewsService, CaseThreadsService],
  ...[CaseTeam, CaseTeamViewsService, EarlierSupporters, OfferJobs, OfferLimits],
  ...[RequesterMailTimesService, SupporterOffersService],
  ...[CasePartnersService, CasePartnerViewsService, PartnerNames, PartnerNews],
  ...[HandOverCase, PartnerParts, PartnerRights],
  ...[CasePauses, PausedCasesService, RequesterRights],
  ...[CaseHelpersService, CasesOfOthersService, HelperActs, HelperChecks, HelperNews],
  ...[HelperParts, HelperRights, HelperRows, HelperThreads],
  ...[HelperExport, HelperTexts, HelperViewsService, ShareCaseAct],
  ...[
    AnswerSupportRequest,
    AskSupport,
    CaseAudit,
    CaseContentService,
    CaseOpeningsService,
    CaseTextsService,
  ],
  ...[CallEndings, CaseChanges, CaseNews, CaseTransitions, CaseSilenceService],
  ...[ReopenCase, ChangeContact],
  ...[AnswerDeadlinesService, CaseAssignments, EarlierDeadlines, WorkingHoursService],
  ...[OwnRequestViewsService, OwnRequestsService, SupportAssignmentService],
  ...[SupportAvailabilityService, SupportQueueService, SupportersService],
  ...[CaseLimitsSetting, RotaService, SupporterRestService, WorkloadService],
  ...[CaseLinksService, CaseReportsService, CaseTasksService],
  ...[CaseQuestionsService, QuestionTexts],
  ...[DraftVoiceAnswersService, SentVoiceAnswersService],
  ...[VoiceAnswerReadersService, VoiceUploadsService],
];
const PARTS = [
  ...[ThreadNews, ThreadOpenings, ThreadReaders, ThreadTexts, ThreadsOfEarlierCasesService],
  ThreadAnswersService,
  PublicAvailability,
  SupportDataClasses,
  SupportDataExport,
  SupportJobs,
  SupportRights,
  SupporterHandlers,
];

/** Requests for support, from asking to closing the case. */
@Module({
  imports: [
    AccessModule,
    AuditModule,
    ChannelsModule,
    CleaningModule,
    EventsModule,
    FilesModule,
    MembersModule,
    ProfilesModule,
    RealtimeModule,
    RetentionModule,
    SettingsModule,
    SigninModule,
  ],
  controllers: [VoiceAnswersController],
  providers: [...RESOLVERS, ...SERVICES, ...PARTS],
  exports: SERVICES,
})
export class SupportRequestsModule {
  constructor(subjects: PolicySubjects) {
    subjects.register('SupportRequest', SupportRequest, SUPPORT_REQUEST);
    subjects.register('Supporter', Participation, SUPPORTER);
  }
}
