import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventsService } from './events.service.js';
import { EventsWorker } from './events.worker.js';
import { JobLeases } from './job-leases.js';
import { HandlerRegistry } from './handler-registry.js';
import { ParkedService } from './parked.service.js';

@Module({
  imports: [DiscoveryModule],
  providers: [HandlerRegistry, EventsService, EventsWorker, JobLeases, ParkedService],
  exports: [HandlerRegistry, EventsService, EventsWorker, ParkedService],
})
export class EventsModule {}
