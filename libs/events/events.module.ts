import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventsService } from './events.service.js';
import { EventsWorker } from './events.worker.js';
import { JobLeases } from './job-leases.js';
import { HandlerRegistry } from './handler-registry.js';
import { ParkedJobsService } from './parked-jobs.service.js';

@Module({
  imports: [DiscoveryModule],
  providers: [HandlerRegistry, EventsService, EventsWorker, JobLeases, ParkedJobsService],
  exports: [HandlerRegistry, EventsService, EventsWorker, ParkedJobsService],
})
export class EventsModule {}
