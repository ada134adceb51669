import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { ReopeningOpened, ReopeningRead } from './reopening.events.js';
import { ReopeningReaders } from './reopening-readers.service.js';

interface Of {
  readonly reopeningId: string;
}

/** Notifies reviewers of changed reopenings, except those with a conflict of interest. */
@Injectable()
export class TellTheDeskOfReopenings {
  constructor(private readonly readers: ReopeningReaders) {}

  @On(ReopeningOpened)
  whenOneOpens({ reopeningId }: Of): Promise<void> {
    return this.readers.tell(reopeningId);
  }

  @On(ReopeningRead)
  whenSomeoneReads({ reopeningId }: Of): Promise<void> {
    return this.readers.tell(reopeningId);
  }
}
