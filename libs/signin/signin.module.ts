import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { MailModule } from '#mail/mail.module.js';
import { MembersModule } from '#members/members.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SettingsModule } from '#settings/settings.module.js';
import { AccountDeletionService } from './accounts/account-deletion.service.js';
import { AccountDataExport } from './accounts/account.data-export.js';
import { AccountMailsHandlers } from './accounts/account-mails.handlers.js';
import { EmailAddressesService } from './accounts/email-addresses.service.js';
import { ApplicationsPauseHandlers } from './accounts/applications-pause.handlers.js';
import { DutiesChangedHandlers } from './accounts/duties-changed.handlers.js';
import { AuditAlarmHandlers } from './accounts/audit-alarm.handlers.js';
import { CredentialsService } from './passwords/credentials.service.js';
import { OwnAccountDeletionService } from './accounts/own-account-deletion.service.js';
import { SignInService } from './sessions/sign-in.service.js';
import { AccountErasersService } from './accounts/account-erasers.service.js';
import { ExportController } from './accounts/export.controller.js';
import { DataExportService } from './accounts/data-export.service.js';
import { PasswordHashingQueuesService } from './passwords/password-hashing-queues.service.js';
import { BruteForceGuardService } from './sessions/brute-force-guard.service.js';
import { SigninJobs } from './signin.jobs.js';
import { IdleMembersService } from './accounts/idle-members.service.js';
import { EmailChangeUndoService } from './accounts/email-change-undo.service.js';
import { AccountMailsService } from './accounts/account-mails.service.js';
import { MemberDepartureService } from './accounts/member-departure.service.js';
import { MeResolver } from './accounts/me.resolver.js';
import { NewPasswordService } from './passwords/new-password.service.js';
import { OwnAccountService } from './accounts/own-account.service.js';
import { OwnCredentialsResolver } from './passwords/own-credentials.resolver.js';
import { OwnCredentialsService } from './passwords/own-credentials.service.js';
import { OwnSessionsResolver } from './sessions/own-sessions.resolver.js';
import { OwnSessionsService } from './sessions/own-sessions.service.js';
import { PendingAccountRequestsService } from './accounts/pending-account-requests.service.js';
import { PasswordStrategy } from './sessions/password.strategy.js';
import { PasswordsService } from './passwords/passwords.service.js';
import { ContactQuotasService } from './accounts/contact-quotas.service.js';
import { MailRecipientLimits } from './accounts/mail-recipient-limits.js';
import { PasswordResetService } from './passwords/password-reset.service.js';
import { PasswordResetRequestsService } from './passwords/password-reset-requests.service.js';
import { StandingJobs } from './accounts/standing.jobs.js';
import { RetentionAlarmHandlers } from './accounts/retention-alarm.handlers.js';
import { AccountSetUpService } from './passwords/account-set-up.service.js';
import { SigninController } from './signin.controller.js';
import { SigninDataClasses } from './signin.data-classes.js';
import { SigninPolicySubjects } from './signin.policy-subjects.js';

/** Exported for other libraries and for server-rendered pages. */
const DOORS = [
  AccountDeletionService,
  EmailAddressesService,
  CredentialsService,
  SignInService,
  AccountErasersService,
  DataExportService,
  EmailChangeUndoService,
  AccountMailsService,
  MemberDepartureService,
  NewPasswordService,
  PasswordsService,
  ContactQuotasService,
  PasswordResetService,
  PasswordResetRequestsService,
  AccountSetUpService,
];

@Module({
  imports: [
    AccessModule,
    AuditModule,
    EventsModule,
    MailModule,
    MembersModule,
    RetentionModule,
    SettingsModule,
  ],
  controllers: [ExportController, SigninController],
  providers: [
    ...DOORS,
    AccountDataExport,
    AccountMailsHandlers,
    OwnAccountDeletionService,
    BruteForceGuardService,
    PasswordHashingQueuesService,
    SigninJobs,
    IdleMembersService,
    MeResolver,
    OwnAccountService,
    OwnCredentialsResolver,
    OwnCredentialsService,
    OwnSessionsResolver,
    OwnSessionsService,
    PasswordStrategy,
    PendingAccountRequestsService,
    MailRecipientLimits,
    SigninDataClasses,
    SigninPolicySubjects,
    StandingJobs,
    ApplicationsPauseHandlers,
    DutiesChangedHandlers,
    RetentionAlarmHandlers,
    AuditAlarmHandlers,
  ],
  exports: DOORS,
})
export class SigninModule {}
