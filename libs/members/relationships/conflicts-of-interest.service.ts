import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { ConflictOfInterestArisen } from '../members.events.js';

/**
 * Members of a group of up to this size have a conflict of interest with each other (R3). The view `tie` uses the same
 * number.
 */
export const SMALL_GROUP = 10;

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

  /** Reports the new conflicts of interest in a group after a member joined it or appears under another name. */
  async reportGrown(groupId: string): Promise<void> {
    this.db.assertWriting();
    const members = await this.membersOf(groupId);
    if (members.length <= SMALL_GROUP) await this.report(members);
  }

  /** Reports the new conflicts of interest of those who stay, if the group shrank to the limit as `left` members left. */
  async reportShrunk(groupId: string, left = 1): Promise<void> {
    this.db.assertWriting();
    const stay = await this.membersOf(groupId);
    if (stay.length > SMALL_GROUP || stay.length + left <= SMALL_GROUP) return;
    await this.report(stay);
  }

  /** Account ids of the members of a group; one more than a small group has means that it is larger. */
  private async membersOf(groupId: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      'select account_id as id from membership where group_id = $1 and ended_at is null limit $2',
      [groupId, SMALL_GROUP + 1],
    );
    return rows.map(({ id }) => id);
  }
}
