import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Alliance, inOrder } from './alliance.entity.js';
import { AllianceEnded, AllianceStarted } from './members.events.js';
import { Revocations } from './revocations.js';
import { Ties } from './ties.service.js';

@Injectable()
export class AlliancesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly revocations: Revocations,
    private readonly ties: Ties,
  ) {}

  /** The living alliance of these two accounts, or null. */
  between(a: string, b: string): Promise<Alliance | null> {
    return this.db.repo(Alliance).findOneBy({ ...inOrder(a, b), endedAt: IsNull() });
  }

  /** Every living alliance of this account. */
  ofAccount(accountId: string): Promise<Alliance[]> {
    const sides = [{ lowId: accountId }, { highId: accountId }];
    const where = sides.map((side) => ({ ...side, endedAt: IsNull() }));
    return this.db.repo(Alliance).find({ where });
  }

  /** Makes two accounts allies, or gives the alliance that is there. Inside write(). */
  async start(a: string, b: string): Promise<Alliance> {
    const there = await this.between(a, b);
    if (there) return there;
    const alliances = this.db.repo(Alliance);
    const pair = inOrder(a, b);
    const alliance = await alliances.save(alliances.create({ ...pair, endedAt: null }));
    await this.events.record(AllianceStarted, { allianceId: alliance.id, ...pair });
    await this.ties.arose([pair.lowId, pair.highId]);
    return alliance;
  }

  /** Ends it; contact fields close at once for both. Inside write(). */
  async end(alliance: Alliance): Promise<void> {
    const { id: allianceId, lowId, highId } = alliance;
    await this.db.repo(Alliance).update(allianceId, { endedAt: this.clock.now() });
    await this.events.record(AllianceEnded, { allianceId, lowId, highId });
    for (const accountId of [lowId, highId]) {
      this.db.afterCommit(() => this.revocations.tell({ kind: 'rights', accountId }));
    }
  }
}
