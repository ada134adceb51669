import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Reopening } from './reopening.entity.js';
import { ReopeningOpened } from './reopening.events.js';
import type { Vouch, WithdrawalReason } from './vouch.entity.js';

/** How a review opens again. */
@Injectable()
export class OpenReopening {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly clock: Clock,
  ) {}

  /** After a vouch was withdrawn: opens the review of a member again, and gives whether it was for one. Inside write(). */
  async after(
    { id: vouchId, applicationId }: Vouch,
    reason: WithdrawalReason,
    words: string | null,
  ): Promise<boolean> {
    const [about] = await this.db.query<{ id: string }>(
      `select m.id from application a join account m on m.id = a.account_id
       where a.id = $1 and m.standing in ('member', 'suspended')`,
      [applicationId],
    );
    if (!about) return false;
    const reopenings = this.db.repo(Reopening);
    const createdAt = this.clock.now();
    const opened = { accountId: about.id, vouchId, reason, words, createdAt };
    const { id: reopeningId } = await reopenings.save(reopenings.create(opened));
    await this.events.record(ReopeningOpened, { reopeningId });
    return true;
  }
}
