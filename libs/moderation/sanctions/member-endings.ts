import { Injectable } from '@nestjs/common';
import { LastOfKind } from '#members/last-of-kind.js';
import { StandingService } from '#members/standing.service.js';
import { EarlierRemovals } from '#vetting/applications/earlier-removals.service.js';
import { MemberReach } from '../reports/member-reach.js';
import type { ReportReason } from '../reports/report.entity.js';

/** How somebody stops being a member because others decided so. */
@Injectable()
export class MemberEndings {
  constructor(
    private readonly standing: StandingService,
    private readonly last: LastOfKind,
    private readonly reach: MemberReach,
    private readonly removals: EarlierRemovals,
  ) {}

  /** Never the last ones that the instance needs (R4). */
  assertMayEnd(accountId: string): Promise<void> {
    return this.last.assertMayLose(accountId);
  }

  /** Everything by which others still reach them, then the standing with every session. */
  async end(accountId: string, reason: ReportReason): Promise<void> {
    await this.reach.end(accountId);
    await this.standing.remove(accountId);
    await this.removals.remember(accountId, reason);
  }

  /** The standing, and nothing of what ended with it: groups and allies are others' to give. */
  async takeBack(accountId: string): Promise<void> {
    await this.standing.takeBack(accountId);
    await this.removals.forget(accountId);
  }
}
