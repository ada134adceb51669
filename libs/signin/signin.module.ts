import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { MailModule } from '#mail/mail.module.js';
import { MembersModule } from '#members/members.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SettingsModule } from '#settings/settings.module.js';
import { AccountEndingsService } from './accounts/account-endings.service.js';
import { AccountDataExport } from './accounts/account.data-export.js';
import { AccountMailsHandlers } from './accounts/account-mails.handlers.js';
import { AddressesService } from './accounts/addresses.service.js';
import { ApplicationsPauseHandlers } from './accounts/applications-pause.handlers.js';
import { DutiesChangedHandlers } from './accounts/duties-changed.handlers.js';
import { AuditAlarmHandlers } from './accounts/audit-alarm.handlers.js';
import { CredentialsService } from './passwords/credentials.service.js';
import { DeletionService } from './accounts/deletion.service.js';
import { SignInService } from './sessions/sign-in.service.js';
import { AccountErasureService } from './accounts/account-erasure.service.js';
import { ExportController } from './accounts/export.controller.js';
import { DataExportService } from './accounts/data-export.service.js';
import { PasswordQueuesService } from './passwords/password-queues.service.js';
import { BruteForceGuardService } from './sessions/brute-force-guard.service.js';
import { SigninJobs } from './signin.jobs.js';
import { IdleMembersService } from './accounts/idle-members.service.js';
import { KeepAddressService } from './accounts/keep-address.service.js';
import { MailsService } from './accounts/mails.service.js';
import { MemberDepartureService } from './accounts/member-departure.service.js';
import { MeResolver } from './accounts/me.resolver.js';
import { NewPasswordService } from './passwords/new-password.service.js';
import { OwnAccountService } from './accounts/own-account.service.js';
import { OwnCredentialsResolver } from './passwords/own-credentials.resolver.js';
import { OwnCredentialsService } from './passwords/own-credentials.service.js';
import { OwnSessionsResolver } from './sessions/own-sessions.resolver.js';
import { OwnSessionsService } from './sessions/own-sessions.service.js';
import { PendingRequestsService } from './accounts/pending-requests.service.js';
import { PasswordStrategy } from './sessions/password.strategy.js';
import { PasswordsService } from './passwords/passwords.service.js';
import { QuotasService } from './accounts/quotas.service.js';
import { RecipientLimits } from './accounts/recipient-limits.js';
import { RecoveryService } from './passwords/recovery.service.js';
import { ResetRequestsService } from './passwords/reset-requests.service.js';
import { StandingJobs } from './accounts/standing.jobs.js';
import { RetentionAlarmHandlers } from './accounts/retention-alarm.handlers.js';
import { SetUpService } from './passwords/set-up.service.js';
import { SigninController } from './signin.controller.js';
import { SigninDataClasses } from './signin.data-classes.js';
import { SigninSubjects } from './signin.subjects.js';

/** Exported for other libraries and for server-rendered pages. */
const DOORS = [
  AccountEndingsService,
  AddressesService,
  CredentialsService,
  SignInService,
  AccountErasureService,
  DataExportService,
  KeepAddressService,
  MailsService,
  MemberDepartureService,
  NewPasswordService,
  PasswordsService,
  QuotasService,
  RecoveryService,
  ResetRequestsService,
  SetUpService,
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
    DeletionService,
    BruteForceGuardService,
    PasswordQueuesService,
    SigninJobs,
    IdleMembersService,
    MeResolver,
    OwnAccountService,
    OwnCredentialsResolver,
    OwnCredentialsService,
    OwnSessionsResolver,
    OwnSessionsService,
    PasswordStrategy,
    PendingRequestsService,
    RecipientLimits,
    SigninDataClasses,
    SigninSubjects,
    StandingJobs,
    ApplicationsPauseHandlers,
    DutiesChangedHandlers,
    RetentionAlarmHandlers,
    AuditAlarmHandlers,
  ],
  exports: DOORS,
})
export class SigninModule {}
