import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { Subjects } from '#access/subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { MembersModule } from '#members/members.module.js';
import { ChangeSettings } from './change-settings.service.js';
import { ChangeableSettings } from './changeable-settings.js';
import { FoundingRecords } from './founding-records.js';
import { FoundingResolver } from './founding.resolver.js';
import { FoundingService } from './founding.service.js';
import { Instance } from './instance.entity.js';
import { ParkedJobsResolver } from './parked-jobs.resolver.js';
import { SettingsResolver } from './settings.resolver.js';
import { SettingsService } from './settings.service.js';
import { VouchesSetting } from './vouches-setting.js';

@Module({
  imports: [AccessModule, AuditModule, EventsModule, MembersModule],
  providers: [
    ChangeableSettings,
    ChangeSettings,
    FoundingRecords,
    FoundingResolver,
    FoundingService,
    ParkedJobsResolver,
    SettingsResolver,
    SettingsService,
    VouchesSetting,
  ],
  exports: [ChangeableSettings, ChangeSettings, FoundingService, SettingsService],
})
export class SettingsModule {
  constructor(subjects: Subjects) {
    subjects.register('Instance', Instance, {
      table: 'instance',
      columns: { id: { sql: 'id' } },
      sets: {},
    });
  }
}
