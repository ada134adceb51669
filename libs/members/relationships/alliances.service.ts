import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Alliance, sortPairIds } from './alliance.entity.js';
import { AllianceEnded, AllianceStarted } from '../members.events.js';
import { AccessRevocations } from '../access-revocations.js';
import { ConflictsOfInterestService } from './conflicts-of-interest.service.js';

@Injectable()
export class AlliancesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly revocations: AccessRevocations,
    private readonly ties: ConflictsOfInterestService,
  ) {}

  between(a: string, b: string): Promise<Alliance | null> {
    return this.db.repo(Alliance).findOneBy({ ...sortPairIds(a, b), endedAt: IsNull() });
  }

  /**
   * Starts an alliance, or returns the active one. An alliance that one of them ended is resumed with its conversation.
   */
  async start(a: string, b: string): Promise<Alliance> {
    this.db.assertWriting();
    const alliances = this.db.repo(Alliance);
    const pair = sortPairIds(a, b);
    const there = await alliances.findOneBy({ ...pair, closedAt: IsNull() });
    if (there && !there.endedAt) return there;
    const fresh = { ...(there ?? alliances.create(pair)), endedAt: null, closedAt: null };
    const alliance = await alliances.save(fresh);
    await this.events.record(AllianceStarted, { allianceId: alliance.id, ...pair });
    await this.ties.report([pair.lowId, pair.highId]);
    return alliance;
  }

  /**
   * Ends an alliance at the request of one side. Both lose access to contact fields at once and can still read the
   * conversation.
   */
  end(alliance: Alliance): Promise<void> {
    this.db.assertWriting();
    return this.change(alliance, { endedAt: this.clock.now() });
  }

  /** Ends and closes every alliance of two accounts, so that neither can read the conversation. */
  async closeBetween(a: string, b: string): Promise<void> {
    this.db.assertWriting();
    const where = { ...sortPairIds(a, b), closedAt: IsNull() };
    for (const one of await this.db.repo(Alliance).findBy(where)) await this.close(one);
  }

  /** Ends and closes every alliance of an account. */
  async closeAllOf(accountId: string): Promise<void> {
    this.db.assertWriting();
    const sides = [{ lowId: accountId }, { highId: accountId }];
    const where = sides.map((side) => ({ ...side, closedAt: IsNull() }));
    for (const one of await this.db.repo(Alliance).find({ where })) await this.close(one);
  }

  private close(alliance: Alliance): Promise<void> {
    const closedAt = this.clock.now();
    return this.change(alliance, { closedAt, endedAt: alliance.endedAt ?? closedAt });
  }

  private async change(alliance: Alliance, part: Partial<Alliance>): Promise<void> {
    const { id: allianceId, lowId, highId } = alliance;
    await this.db.repo(Alliance).update(allianceId, part);
    await this.events.record(AllianceEnded, { allianceId, lowId, highId });
    for (const accountId of [lowId, highId]) {
      this.db.afterCommit(() => this.revocations.tell({ kind: 'rights', accountId }));
    }
  }
}
