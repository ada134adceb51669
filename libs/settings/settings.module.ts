import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { Duty } from '#members/duty.entity.js';
import { MembersModule } from '#members/members.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { ChangeSettingsService } from './change-settings.service.js';
import { ChangeableSettingsService } from './changeable-settings.service.js';
import { DutiesResolver } from './duties/duties.resolver.js';
import { DutyCode } from './duties/duty-code.entity.js';
import { DutyCodesService } from './duties/duty-codes.service.js';
import { DutyHolders } from './duties/duty-holders.js';
import { DutyAuditEntries } from './duties/duty-audit-entries.js';
import { QuickExitSetting } from './quick-exit-setting.js';
import { FoundingAuditEntries } from './founding/founding-audit-entries.js';
import { FoundingResolver } from './founding/founding.resolver.js';
import { FoundingService } from './founding/founding.service.js';
import { GrantDutiesService } from './duties/grant-duties.service.js';
import { Instance } from './instance.entity.js';
import { MakeStaffService } from './duties/make-staff.service.js';
import { OperatorSetting } from './operator-setting.js';
import { OwnDutiesService } from './duties/own-duties.service.js';
import { OwnDutiesResolver } from './duties/own-duties.resolver.js';
import { ParkedJobsResolver } from './parked-jobs.resolver.js';
import { PublicSettingsService } from './public-settings.service.js';
import { MaxRetentionSetting } from './max-retention-setting.js';
import { SettingsJobs } from './settings.jobs.js';
import { SettingsResolver } from './settings.resolver.js';
import { SettingsService } from './settings.service.js';
import { StaffInvitations } from './duties/staff-invitations.js';
import { TakeDutyAwayService } from './duties/take-duty-away.service.js';
import { VersionedListsService } from './lists/versioned-lists.service.js';
import { VouchesNeededSetting } from './vouches-needed-setting.js';

const DUTIES = [
  DutiesResolver,
  DutyCodesService,
  DutyHolders,
  DutyAuditEntries,
  GrantDutiesService,
  MakeStaffService,
  OwnDutiesService,
  OwnDutiesResolver,
  StaffInvitations,
  TakeDutyAwayService,
];
const FOUNDING = [FoundingAuditEntries, FoundingResolver, FoundingService];
const SETTINGS = [
  ChangeableSettingsService,
  ChangeSettingsService,
  QuickExitSetting,
  OperatorSetting,
  PublicSettingsService,
  MaxRetentionSetting,
  SettingsJobs,
  SettingsResolver,
  SettingsService,
  VersionedListsService,
  VouchesNeededSetting,
];

@Module({
  imports: [AccessModule, AuditModule, EventsModule, MembersModule, RealtimeModule],
  providers: [...DUTIES, ...FOUNDING, ...SETTINGS, ParkedJobsResolver],
  exports: [
    ChangeableSettingsService,
    ChangeSettingsService,
    DutyCodesService,
    FoundingService,
    GrantDutiesService,
    MakeStaffService,
    OwnDutiesService,
    PublicSettingsService,
    SettingsService,
    VersionedListsService,
  ],
})
export class SettingsModule {
  constructor(subjects: PolicySubjects) {
    const ofAccount = { accountId: { sql: 'account_id' } };
    const columns = { id: { sql: 'id' } };
    subjects.register('Instance', Instance, { table: 'instance', columns, sets: {} });
    const duty = { ...ofAccount, name: { sql: 'name' } };
    subjects.register('Duty', Duty, { table: 'duty', columns: duty, sets: {} });
    subjects.register('DutyCode', DutyCode, { table: 'duty_code', columns: ofAccount, sets: {} });
  }
}
