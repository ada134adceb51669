import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Forbidden } from '#kernel/errors.js';
import { abilityOf } from '#policy/engine/ability.js';
import type { Viewer } from '#policy/viewer.js';
import { Application, ApplicationStage } from '../applications/application.entity.js';
import { Decision } from '../decisions/decision.entity.js';
import {
  computeThroughput,
  throughputStart,
  type WaitingApplication,
} from './throughput-statistics.js';
import type { ReviewLoad, Throughput } from './throughput.view.js';

const VETTERS = `
  select count(*)::int as count from duty d join account a on a.id = d.account_id
  where d.name = 'vet' and a.standing = 'member'`;

/**
 * Statistics of vetting. Counts only rows that the viewer may see, since even a number could reveal facts about people
 * close to them.
 */
@Injectable()
export class ThroughputService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async of(viewer: Viewer): Promise<Throughput> {
    if (!abilityOf(viewer).mayEver('read', 'Decision')) throw new Forbidden('door.notForYou');
    const now = this.clock.now();
    const decisions = await this.decisionsSince(viewer, throughputStart(now));
    const first = decisions.filter(({ round }) => round === 1);
    const figures = computeThroughput(first, await this.waiting(viewer), now);
    return { ...figures, load: await this.loadOf(viewer, decisions) };
  }

  private decisionsSince(viewer: Viewer, since: Date): Promise<Decision[]> {
    return this.access
      .list(Decision, viewer)
      .select(['it.id', 'it.round', 'it.submittedAt', 'it.decidedAt', 'it.deciderIds'])
      .andWhere('it.decided_at >= :since', { since })
      .getMany();
  }

  /** Undecided applications. Empty for a moderator who does not vet, because they have no access to the queue. */
  private async waiting(viewer: Viewer): Promise<WaitingApplication[]> {
    const rows = await this.access
      .list(Application, viewer, 'queue')
      .select(['it.id', 'it.stage', 'it.round', 'it.submittedAt', 'it.waitsSince'])
      .getMany();
    return rows.map(({ stage, round, submittedAt, waitsSince }) => {
      return {
        submittedAt,
        waitsSince,
        isAppeal: round > 1,
        isAsked: stage === ApplicationStage.asked,
      };
    });
  }

  private async loadOf(viewer: Viewer, decisions: readonly Decision[]): Promise<ReviewLoad | null> {
    if (!abilityOf(viewer).mayEver('queue', 'Application')) return null;
    const [vetters] = await this.db.query<{ count: number }>(VETTERS);
    const counted = decisions.flatMap(({ deciderIds }) => deciderIds);
    const average = counted.length / Math.max(1, vetters!.count);
    const own = counted.filter((id) => id === viewer.accountId).length;
    return { own, average: Math.round(average * 10) / 10 };
  }
}
