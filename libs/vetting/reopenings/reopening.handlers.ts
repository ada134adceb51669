import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { ReopeningOpened, ReopeningSeatsChanged } from './reopening.events.js';
import { ReopeningNotifierService } from './reopening-notifier.service.js';

interface Of {
  readonly reopeningId: string;
}

/** Notifies reviewers of changed reopenings, except those with a conflict of interest. */
@Injectable()
export class ReopeningHandlers {
  constructor(private readonly readers: ReopeningNotifierService) {}

  @On(ReopeningOpened, { id: 'TellTheDeskOfReopenings.whenOneOpens' })
  whenOneOpens({ reopeningId }: Of): Promise<void> {
    return this.readers.tell(reopeningId);
  }

  @On(ReopeningSeatsChanged, { id: 'TellTheDeskOfReopenings.whenSomeoneReads' })
  whenSomeoneReads({ reopeningId }: Of): Promise<void> {
    return this.readers.tell(reopeningId);
  }
}
