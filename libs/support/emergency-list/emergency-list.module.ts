import { Module } from '@nestjs/common';
import { AccessModule } from '#access/access.module.js';
import { PolicySubjects } from '#access/policy-subjects.js';
import { AuditModule } from '#audit/audit.module.js';
import { RealtimeModule } from '#realtime/realtime.module.js';
import { TaxonomyModule } from '#taxonomy/taxonomy.module.js';
import { ChangeEmergencyLineAct } from './change-emergency-line-act.js';
import { EmergencyLine } from './emergency-line.entity.js';
import { EmergencyLineRequestsService } from './emergency-line-requests.service.js';
import { EmergencyListResolver } from './emergency-list.resolver.js';
import { EmergencyListService } from './emergency-list.service.js';
import { PublicEmergencyListService } from './public-emergency-list.service.js';

/** The emergency list of the instance. */
@Module({
  imports: [AccessModule, AuditModule, RealtimeModule, TaxonomyModule],
  providers: [
    ...[EmergencyListService, EmergencyLineRequestsService, PublicEmergencyListService],
    ...[EmergencyListResolver, ChangeEmergencyLineAct],
  ],
  exports: [EmergencyLineRequestsService, PublicEmergencyListService],
})
export class EmergencyListModule {
  constructor(subjects: PolicySubjects) {
    const columns = { id: { sql: 'id' } };
    subjects.register('EmergencyLine', EmergencyLine, {
      ...{ table: 'emergency_line', columns, sets: {} },
    });
  }
}
