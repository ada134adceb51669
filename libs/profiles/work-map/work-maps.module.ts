import { Module } from '@nestjs/common';
import { EventsModule } from '#events/events.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { TaxonomyModule } from '#taxonomy/taxonomy.module.js';
import { WorkMapConsentService } from '../own-profile/work-map-consent.service.js';
import { ProfilesModule } from '../profiles.module.js';
import { WorkMapsJobs } from './work-maps.jobs.js';
import { WorkMapsResolver } from './work-maps.resolver.js';
import { WorkMapsService } from './work-maps.service.js';

/** The work map: how many people work on which issue area in which territory. */
@Module({
  imports: [EventsModule, ProfilesModule, RetentionModule, TaxonomyModule],
  providers: [WorkMapConsentService, WorkMapsService, WorkMapsJobs, WorkMapsResolver],
  exports: [WorkMapsService],
})
export class WorkMapsModule {}
