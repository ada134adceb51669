import { Module } from '@nestjs/common';
import { EventsModule } from '#events/events.module.js';
import { RetentionModule } from '#retention/retention.module.js';
import { TaxonomyModule } from '#taxonomy/taxonomy.module.js';
import { Counting } from '../own/counting.service.js';
import { ProfilesModule } from '../profiles.module.js';
import { WorkMapsJobs } from './work-maps.jobs.js';
import { WorkMapsResolver } from './work-maps.resolver.js';
import { WorkMaps } from './work-maps.service.js';

/** The work map: how many people work on which issue area in which territory. */
@Module({
  imports: [EventsModule, ProfilesModule, RetentionModule, TaxonomyModule],
  providers: [Counting, WorkMaps, WorkMapsJobs, WorkMapsResolver],
  exports: [WorkMaps],
})
export class WorkMapsModule {}
