import { Module } from '@nestjs/common';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { MembersModule } from '#members/members.module.js';
import { FoundingRecords } from './founding-records.js';
import { FoundingResolver } from './founding.resolver.js';
import { FoundingService } from './founding.service.js';
import { ParkedJobsResolver } from './parked-jobs.resolver.js';
import { SettingsService } from './settings.service.js';

@Module({
  imports: [AuditModule, EventsModule, MembersModule],
  providers: [
    FoundingRecords,
    FoundingResolver,
    FoundingService,
    ParkedJobsResolver,
    SettingsService,
  ],
  exports: [FoundingService, SettingsService],
})
export class SettingsModule {}
