import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { MailModule } from '#mail/mail.module.js';
import { MembersModule } from '#members/members.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { SettingsModule } from '#settings/settings.module.js';
import { AccountEndingsService } from './account-endings.service.js';
import { AccountExports } from './account-exports.js';
import { AccountMails } from './account-mails.handlers.js';
import { AddressesService } from './addresses.service.js';
import { TellAdministratorsThatApplicationsPause } from './applications-pause.handlers.js';
import { TellWhoseDutiesChanged } from './duties.handlers.js';
import { CredentialsService } from './credentials.service.js';
import { DeletionService } from './deletion.service.js';
import { EntranceService } from './entrance.service.js';
import { ErasersService } from './erasers.service.js';
import { ExportController } from './export.controller.js';
import { ExportsService } from './exports.service.js';
import { GuessesService } from './guesses.service.js';
import { Housekeeping } from './housekeeping.handlers.js';
import { IdleMembers } from './idle-members.service.js';
import { MailsService } from './mails.service.js';
import { MemberTies } from './member-ties.service.js';
import { MeResolver } from './me.resolver.js';
import { NewPasswordService } from './new-password.service.js';
import { OwnAccountService } from './own-account.service.js';
import { OwnCredentialsResolver } from './own-credentials.resolver.js';
import { OwnCredentialsService } from './own-credentials.service.js';
import { OwnSessionsResolver } from './own-sessions.resolver.js';
import { OwnSessionsService } from './own-sessions.service.js';
import { PasswordStrategy } from './password.strategy.js';
import { PasswordsService } from './passwords.service.js';
import { RecoveryService } from './recovery.service.js';
import { StandingOverTime } from './standing-over-time.handlers.js';
import { TellAdministratorsThatRetentionFails } from './retention-alarm.handlers.js';
import { SetUpService } from './set-up.service.js';
import { SigninController } from './signin.controller.js';
import { SigninDataClasses } from './signin.data-classes.js';
import { SigninSubjects } from './signin.subjects.js';

/** For other libraries and for the pages that the server renders. */
const DOORS = [
  AccountEndingsService,
  AddressesService,
  CredentialsService,
  EntranceService,
  ErasersService,
  ExportsService,
  MailsService,
  MemberTies,
  PasswordsService,
  RecoveryService,
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
    Housekeeping,
    IdleMembers,
    MeResolver,
    NewPasswordService,
    OwnAccountService,
    OwnCredentialsResolver,
    OwnCredentialsService,
    OwnSessionsResolver,
    OwnSessionsService,
    PasswordStrategy,
    SigninDataClasses,
    SigninSubjects,
    StandingOverTime,
    TellAdministratorsThatApplicationsPause,
    TellWhoseDutiesChanged,
    TellAdministratorsThatRetentionFails,
  ],
  exports: DOORS,
})
export class SigninModule {}
