import { Module } from '@nestjs/common';
import { EventsModule } from '#events/events.module.js';
import { Stems } from './stems.service.js';
import { WordsOfMessagesJobs } from './words-of-messages.jobs.js';
import { WordsOfMessages } from './words-of-messages.service.js';

/** The search index of messages. */
@Module({
  imports: [EventsModule],
  providers: [Stems, WordsOfMessages, WordsOfMessagesJobs],
  exports: [Stems, WordsOfMessages, WordsOfMessagesJobs],
})
export class WordsOfMessagesModule {}
