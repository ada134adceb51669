import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Assignments, type Assigned } from '#realtime/assignments.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { Readers } from '../reviews/readers.service.js';
import { ReopeningSeats } from './reopening-seats.service.js';

const NEWS = 'reopening';

/** Who reads a reopening or could: their pages close as soon as they may not. */
@Injectable()
export class ReopeningReaders implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly readers: Readers,
    private readonly realtime: RealtimeService,
    private readonly assignments: Assignments,
    private readonly seats: ReopeningSeats,
  ) {}

  onModuleInit() {
    this.assignments.register({
      subject: 'Reopening',
      news: NEWS,
      assigned: (accountIds) => this.assigned(accountIds),
      release: ({ accountId, id }) => this.db.write(() => this.seats.leave(accountId, id)),
    });
  }

  /** Tells the desks of those who may see that it waits. */
  async tell(id: string): Promise<void> {
    const told = await this.readers.whoMay('queue', 'Reopening', id);
    this.realtime.tell(told, { subject: NEWS, id });
  }

  /** From COMMIT on nobody reads it any more, and open pages close. Call this before it changes. */
  async close(id: string): Promise<void> {
    this.db.assertWriting();
    const readers = await this.readers.whoMay('queue', 'Reopening', id);
    this.db.afterCommit(() => this.assignments.close(NEWS, id, readers));
  }

  private assigned(accountIds: readonly string[]): Promise<Assigned[]> {
    return this.db.query<Assigned>(
      `select s.account_id as "accountId", r.id from reopening_seat s
       join reopening r on r.id = s.reopening_id and r.stage = 'open'
       where s.account_id = any($1) or r.account_id = any($1)`,
      [[...accountIds]],
    );
  }
}
