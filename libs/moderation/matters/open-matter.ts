import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { ConflictsOfInterestService } from '#members/relationships/conflicts-of-interest.service.js';
import { Matter } from './matter.entity.js';
import { MatterReported } from '../moderation.events.js';

/** Finds or opens the matter for a new report. */
@Injectable()
export class OpenMatter {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly ties: ConflictsOfInterestService,
  ) {}

  /** Returns the open matter about this member or persona, or a new one; its row is locked. */
  async about(reportedId: string, personaId: string | null): Promise<Matter> {
    this.db.assertWriting();
    const matters = this.db.repo(Matter);
    for (;;) {
      await this.db.query(
        `insert into matter (reported_id, persona_id, created_at) values ($1, $2, $3)
         on conflict (reported_id, persona_id) where closed_at is null do nothing`,
        [reportedId, personaId, this.clock.now()],
      );
      const matter = await matters.findOne({
        where: { reportedId, personaId: personaId ?? IsNull(), closedAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      if (matter) return matter; // Without a row, the matter was closed between the two statements: try again.
    }
  }

  /**
   * Call this after a report was added. The assignee may have a conflict of interest with the accounts that it names,
   * so assignments are checked again.
   */
  async joined({ id: matterId }: Matter, newIds: readonly string[]): Promise<void> {
    this.db.assertWriting();
    await this.events.record(MatterReported, { matterId });
    await this.ties.report(newIds);
  }
}
