import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventsService } from './events.service.js';
import { EventsWorker } from './events.worker.js';
import { JobLeases } from './job-leases.js';
import { Handlers } from './handlers.js';
import { ParkedService } from './parked.service.js';

@Module({
  imports: [DiscoveryModule],
  providers: [Handlers, EventsService, EventsWorker, JobLeases, ParkedService],
  exports: [Handlers, EventsService, EventsWorker, ParkedService],
})
export class EventsModule {}
