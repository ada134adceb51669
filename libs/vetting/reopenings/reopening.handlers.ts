import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { ReopeningOpened, ReopeningRead } from './reopening.events.js';
import { ReopeningReaders } from './reopening-readers.service.js';

interface Of {
  readonly reopeningId: string;
}

/** Tells those who vet that the desk changed; nobody who is tied to the member hears of it. */
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
