import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { MailModule } from '#mail/mail.module.js';
import { MembersModule } from '#members/members.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SettingsModule } from '#settings/settings.module.js';
import { AccountEndingsService } from './accounts/account-endings.service.js';
import { AccountExports } from './accounts/account-exports.js';
import { AccountMails } from './accounts/account-mails.handlers.js';
import { AddressesService } from './accounts/addresses.service.js';
import { TellAdministratorsThatApplicationsPause } from './accounts/applications-pause.handlers.js';
import { TellWhoseDutiesChanged } from './accounts/duties.handlers.js';
import { TellStaffThatTheAuditBroke } from './accounts/audit-alarm.handlers.js';
import { CredentialsService } from './passwords/credentials.service.js';
import { DeletionService } from './accounts/deletion.service.js';
import { EntranceService } from './sessions/entrance.service.js';
import { ErasersService } from './accounts/erasers.service.js';
import { ExportController } from './accounts/export.controller.js';
import { ExportsService } from './accounts/exports.service.js';
import { PasswordQueuesService } from './passwords/password-queues.service.js';
import { GuessesService } from './sessions/guesses.service.js';
import { Housekeeping } from './sessions/housekeeping.handlers.js';
import { IdleMembers } from './accounts/idle-members.service.js';
import { KeptAddressesService } from './accounts/kept-addresses.service.js';
import { MailsService } from './accounts/mails.service.js';
import { MemberTies } from './accounts/member-ties.service.js';
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
import { Quotas } from './accounts/quotas.service.js';
import { RecipientLimits } from './accounts/recipient-limits.js';
import { RecoveryService } from './passwords/recovery.service.js';
import { ResetRequestsService } from './passwords/reset-requests.service.js';
import { StandingOverTime } from './accounts/standing-over-time.handlers.js';
import { TellAdministratorsThatRetentionFails } from './accounts/retention-alarm.handlers.js';
import { SetUpService } from './passwords/set-up.service.js';
import { SigninController } from './signin.controller.js';
import { SigninDataClasses } from './signin.data-classes.js';
import { SigninSubjects } from './signin.subjects.js';

/** Exported for other libraries and for server-rendered pages. */
const DOORS = [
  AccountEndingsService,
  AddressesService,
  CredentialsService,
  EntranceService,
  ErasersService,
  ExportsService,
  KeptAddressesService,
  MailsService,
  MemberTies,
  NewPasswordService,
  PasswordsService,
  Quotas,
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
    AccountExports,
    AccountMails,
    DeletionService,
    GuessesService,
    PasswordQueuesService,
    Housekeeping,
    IdleMembers,
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
    StandingOverTime,
    TellAdministratorsThatApplicationsPause,
    TellWhoseDutiesChanged,
    TellAdministratorsThatRetentionFails,
    TellStaffThatTheAuditBroke,
  ],
  exports: DOORS,
})
export class SigninModule {}
