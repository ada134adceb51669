import { Injectable } from '@nestjs/common';
import { JoiningService } from '#groups/joining.service.js';
import { IntroductionsService } from '#introductions/introductions.service.js';
import { LastOfKind } from '#members/last-of-kind.js';
import { StandingService } from '#members/standing.service.js';
import { MemberTies } from '#signin/member-ties.service.js';
import { Invitations } from '#vetting/invitations.service.js';

/** How somebody stops being a member because others decided so. Each inside write(). */
@Injectable()
export class MemberEndings {
  constructor(
    private readonly standing: StandingService,
    private readonly last: LastOfKind,
    private readonly ties: MemberTies,
    private readonly introductions: IntroductionsService,
    private readonly joining: JoiningService,
    private readonly invitations: Invitations,
  ) {}

  /** Never the last ones that the instance needs (R4). */
  assertMayEnd(accountId: string): Promise<void> {
    return this.last.assertMayLose(accountId);
  }

  /** Everything by which others still reach them, then the standing with every session. */
  async end(accountId: string): Promise<void> {
    await this.introductions.withdrawAllOf(accountId);
    await this.joining.withdrawAllOf(accountId);
    await this.invitations.revokeAllOf(accountId);
    await this.ties.end(accountId);
    await this.standing.remove(accountId);
  }

  /** The standing, and nothing of what ended with it: groups and allies are others' to give. */
  takeBack(accountId: string): Promise<void> {
    return this.standing.takeBack(accountId);
  }
}
