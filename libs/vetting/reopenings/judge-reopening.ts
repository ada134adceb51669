import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { agreedOutcomeOf } from '../decisions/admission-rule.js';
import { Reopening, ReopeningStage } from './reopening.entity.js';
import { ReopeningConcernRaised } from './reopening.events.js';
import { ReopeningNotifierService } from './reopening-notifier.service.js';
import { ReopeningSeat } from './reopening-seat.entity.js';
import { opinionToReviewOutcome, ReopeningSeatsService } from './reopening-seats.service.js';
import type { JudgeReopeningInput } from './reopening.view.js';

/**
 * Records a reviewer's opinion on a reopening, before they see the other opinions. Two agreeing opinions end it; it
 * never removes the member.
 */
@Injectable()
export class JudgeReopening {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly seats: ReopeningSeatsService,
    private readonly readers: ReopeningNotifierService,
  ) {}

  async judge(viewer: Viewer, { id, says, words }: JudgeReopeningInput): Promise<void> {
    await this.seats.sweep();
    await this.db.write(async () => {
      const reopening = await this.access.load(Reopening, id, viewer, 'judge');
      const mine = { reopeningId: id, accountId: viewer.accountId };
      await this.db.repo(ReopeningSeat).update(mine, { says, words, endsAt: null });
      await this.seats.record(viewer, reopening, 'judge');
      await this.end(id);
    });
  }

  private async end(id: string): Promise<void> {
    const counting = await this.seats.countingOf(id);
    const said = counting.flatMap(({ says }) => says ?? []);
    const agreed = agreedOutcomeOf(said.map(opinionToReviewOutcome));
    if (!agreed) return;
    await this.readers.close(id);
    const stays = agreed === 'accept';
    const stage = stays ? ReopeningStage.stays : ReopeningStage.concern;
    const closedAt = stays ? this.clock.now() : null;
    await this.db.repo(Reopening).update(id, { stage, closedAt });
    // Ends the claims of reviewers without an opinion.
    await this.db.query('delete from reopening_seat where reopening_id = $1 and says is null', [
      id,
    ]);
    if (!stays) await this.events.record(ReopeningConcernRaised, { reopeningId: id });
  }
}
