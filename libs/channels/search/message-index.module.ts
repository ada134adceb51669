import { Module } from '@nestjs/common';
import { EventsModule } from '#events/events.module.js';
import { StemmerService } from './stemmer.service.js';
import { MessageIndexJobs } from './message-index.jobs.js';
import { MessageIndexService } from './message-index.service.js';

/** The search index of messages. */
@Module({
  imports: [EventsModule],
  providers: [StemmerService, MessageIndexService, MessageIndexJobs],
  exports: [StemmerService, MessageIndexService, MessageIndexJobs],
})
export class MessageIndexModule {}
