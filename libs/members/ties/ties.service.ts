import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { TieArisen } from '../members.events.js';

type Closer = (accountIds: readonly string[]) => Promise<void>;

/**
 * Where whoever makes a tie (R3) says so. What is open about the other closes: `realtime`, further down, registers as
 * the one who closes it, and is awaited before the mutation answers.
 */
@Injectable()
export class Ties {
  private closer: Closer = async () => undefined;

  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
  ) {}

  register(closer: Closer): void {
    this.closer = closer;
  }

  /** New ties of these accounts, with each other or with somebody else. */
  async arose(accountIds: readonly string[]): Promise<void> {
    this.db.assertWriting();
    await this.events.record(TieArisen, { accountIds });
    this.db.afterCommit(() => this.closer(accountIds));
  }
}
