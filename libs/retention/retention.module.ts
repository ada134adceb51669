import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { EventsModule } from '#events/events.module.js';
import { MailModule } from '#mail/mail.module.js';
import { SettingsModule } from '#settings/settings.module.js';
import { DataClassesService } from './data-classes.service.js';
import { CoreDataClasses } from './core.data-classes.js';
import { Receipt } from './receipt.entity.js';
import { DestructionReceiptsService } from './destruction-receipts.service.js';
import { RetentionJobs } from './retention.jobs.js';
import { RetentionResolver } from './retention.resolver.js';
import { RetentionService } from './retention.service.js';

@Module({
  imports: [AccessModule, AuditModule, EventsModule, MailModule, SettingsModule],
  providers: [
    DataClassesService,
    CoreDataClasses,
    DestructionReceiptsService,
    RetentionJobs,
    RetentionResolver,
    RetentionService,
  ],
  exports: [DataClassesService, DestructionReceiptsService, RetentionService],
})
export class RetentionModule {
  constructor(subjects: PolicySubjects) {
    subjects.register('Receipt', Receipt, {
      table: 'receipt',
      columns: { aboutId: { sql: 'about_id', nullable: true } },
      sets: {},
    });
  }
}
