import { Injectable } from '@nestjs/common';
import { LastDutyHolderProtection } from '#members/last-duty-holder-protection.js';
import { StandingService } from '#members/standing.service.js';
import { EarlierRemovalsService } from '#vetting/applications/earlier-removals.service.js';
import { EndMemberContacts } from '../reports/end-member-contacts.js';
import type { ReportReason } from '../reports/report.entity.js';

/** Removes members by a decision of moderation. */
@Injectable()
export class MemberRemoval {
  constructor(
    private readonly standing: StandingService,
    private readonly last: LastDutyHolderProtection,
    private readonly reach: EndMemberContacts,
    private readonly removals: EarlierRemovalsService,
  ) {}

  /** Throws Conflict for the last holder of a duty that the instance needs (R4). */
  assertMayEnd(accountId: string): Promise<void> {
    return this.last.assertMayLose(accountId);
  }

  /** Ends all contact with other members, then the standing and all sessions, and records the removal. */
  async end(accountId: string, reason: ReportReason): Promise<void> {
    await this.reach.end(accountId);
    await this.standing.remove(accountId);
    await this.removals.remember(accountId, reason);
  }

  /** Restores the standing only. Groups and alliances are not restored, because they need the consent of others. */
  async undo(accountId: string): Promise<void> {
    await this.standing.takeBack(accountId);
    await this.removals.forget(accountId);
  }
}
