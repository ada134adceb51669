import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { FileAssignments } from '#realtime/file-assignments.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { ReviewerNotifierService } from '../reviews/reviewer-notifier.service.js';
import { ReopeningSeatsService } from './reopening-seats.service.js';

const NEWS = 'reopening';

const ASSIGNED = `select s.account_id, r.id from reopening_seat s
  join reopening r on r.id = s.reopening_id and r.stage = 'open'
  where s.account_id = any($1) or r.account_id = any($1)`;

/** Notifies the reviewers of a reopening, and closes their open pages when they lose access. */
@Injectable()
export class ReopeningNotifierService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly readers: ReviewerNotifierService,
    private readonly realtime: RealtimeService,
    private readonly assignments: FileAssignments,
    private readonly seats: ReopeningSeatsService,
  ) {}

  onModuleInit() {
    this.assignments.register({
      subject: 'Reopening',
      news: NEWS,
      assigned: ASSIGNED,
      release: ({ accountId, id }) => this.db.write(() => this.seats.leave(accountId, id)),
    });
  }

  /** Notifies the reviewers who may see the reopening in the queue. */
  async tell(id: string): Promise<void> {
    const told = await this.readers.reviewersAllowed('queue', 'Reopening', id);
    this.realtime.tell(told, { subject: NEWS, id });
  }

  /** Closes the open pages of all reviewers after COMMIT. Call this before the change that ends their access. */
  async close(id: string): Promise<void> {
    this.db.assertWriting();
    const readers = await this.readers.reviewersAllowed('queue', 'Reopening', id);
    this.db.afterCommit(() => this.assignments.close(NEWS, id, readers));
  }
}
