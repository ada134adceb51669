import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { On } from '#events/on.decorator.js';
import { Clock } from '#kernel/clock.js';
import { Reopening } from './reopening.entity.js';
import { ReopeningOpened } from './reopening.events.js';
import { VouchWithdrawn } from '../vetting.events.js';
import { Vouch } from '../vouches/vouch.entity.js';

/**
 * Opens a reopening after a vouch was withdrawn. An event handler opens it, so that withdrawing
 * takes equally long for every vouch code.
 */
@Injectable()
export class StartReopening {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Moves the reason and text of the withdrawal from the vouch to the reopening, which stores them until it is
   * destroyed itself.
   */
  @On(VouchWithdrawn, { id: 'OpenReopening.whenAVouchIsTakenBack' })
  async whenAVouchIsTakenBack({ vouchId }: { vouchId: string }): Promise<void> {
    const vouches = this.db.repo(Vouch);
    const vouch = await vouches.findOneBy({ id: vouchId });
    const [about] = await this.db.query<{ id: string }>(
      `select m.id from application a join account m on m.id = a.account_id
       where a.id = $1 and m.standing in ('member', 'suspended')`,
      [vouch?.applicationId],
    );
    if (!about || !vouch?.withdrawalReason) return;
    const { withdrawalReason: reason, withdrawalWords: words } = vouch;
    const opened = { accountId: about.id, vouchId, reason, words, createdAt: this.clock.now() };
    const reopenings = this.db.repo(Reopening);
    const { id: reopeningId } = await reopenings.save(reopenings.create(opened));
    await vouches.update(vouchId, { withdrawalReason: null, withdrawalWords: null });
    await this.events.record(ReopeningOpened, { reopeningId });
  }
}
