import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { sortPairIds } from './alliance.entity.js';
import { AlliancesService } from './alliances.service.js';
import { MembersSeparated } from '../members.events.js';
import { AccessRevocations } from '../access-revocations.js';
import { Separation } from './separation.entity.js';
import { ConflictsOfInterestService } from './conflicts-of-interest.service.js';

/** Separates two members by order of moderation. The caller checks the policy. */
@Injectable()
export class SeparationsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly alliances: AlliancesService,
    private readonly revocations: AccessRevocations,
    private readonly ties: ConflictsOfInterestService,
  ) {}

  between(a: string, b: string): Promise<Separation | null> {
    return this.db.repo(Separation).findOneBy({ ...sortPairIds(a, b), endedAt: IsNull() });
  }

  /** Locks both accounts until COMMIT, so that joining a group happens before or after the separation. */
  async lock(a: string, b: string): Promise<void> {
    this.db.assertWriting();
    const sql = 'select 1 from account where id = any($1) order by id for no key update';
    await this.db.query(sql, [[a, b]]);
  }

  /** Hides the reported member and the reporter from each other after COMMIT and ends their alliance. Call lock() first. */
  async start(reportedId: string, reporterId: string): Promise<Separation> {
    this.db.assertWriting();
    const separations = this.db.repo(Separation);
    const pair = sortPairIds(reportedId, reporterId);
    const made = await separations.save(separations.create({ ...pair, endedAt: null }));
    await this.alliances.closeBetween(reportedId, reporterId);
    await this.events.record(MembersSeparated, { ...pair, reportedId });
    for (const accountId of [reportedId, reporterId]) {
      this.db.afterCommit(() => this.revocations.tell({ kind: 'rights', accountId }));
    }
    await this.ties.report([reportedId, reporterId]);
    return made;
  }

  /** Ends a separation. Alliances and memberships that it ended do not return. Does nothing if it already ended. */
  async end(id: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Separation).update({ id, endedAt: IsNull() }, { endedAt: this.clock.now() });
  }
}
