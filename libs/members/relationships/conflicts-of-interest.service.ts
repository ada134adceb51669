import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { ConflictOfInterestArisen } from '../members.events.js';

type Closer = (accountIds: readonly string[]) => Promise<void>;

/**
 * Reports new conflicts of interest (R3). `realtime`, a higher library, registers a function that closes open files
 * about the other account; mutations await it before they answer.
 */
@Injectable()
export class ConflictsOfInterestService {
  private closer: Closer = async () => undefined;

  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
  ) {}

  register(closer: Closer): void {
    this.closer = closer;
  }

  /** Reports that these accounts have new conflicts of interest, with each other or with other accounts. */
  async report(accountIds: readonly string[]): Promise<void> {
    this.db.assertWriting();
    await this.events.record(ConflictOfInterestArisen, { accountIds });
    this.db.afterCommit(() => this.closer(accountIds));
  }
}
