import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import {
  AllianceEnded,
  DutiesChanged,
  MembershipEnded,
  StandingChanged,
  TieArisen,
} from '#members/members.events.js';
import { Assignments } from './assignments.js';
import { RealtimeService } from './realtime.service.js';

/** The node that made the change told the others right after COMMIT. Had it died just then, this still would. */
@Injectable()
export class AskAgainWhatIsWatched {
  constructor(private readonly realtime: RealtimeService) {}

  /** Then every open page of theirs lets go of the group: news of before that would be dropped. */
  @On(MembershipEnded)
  async whenAMembershipEnds({ accountId, groupId }: { accountId: string; groupId: string }) {
    await this.realtime.recheck(accountId);
    this.realtime.tell([accountId], { subject: 'left', id: groupId });
  }

  @On(StandingChanged)
  whenAStandingChanges({ accountId }: { accountId: string }): Promise<void> {
    return this.realtime.recheck(accountId);
  }

  @On(AllianceEnded)
  async whenAnAllianceEnds({ lowId, highId }: { lowId: string; highId: string }): Promise<void> {
    await Promise.all([this.realtime.recheck(lowId), this.realtime.recheck(highId)]);
  }
}

/**
 * As above: whoever made the tie has closed what it closes, unless the process died just then. Whoever is suspended or lays
 * down their duty keeps nothing in hand either.
 */
@Injectable()
export class AskAgainWhoIsAssigned {
  constructor(private readonly assignments: Assignments) {}

  @On(TieArisen)
  whenATieArises({ accountIds }: { accountIds: readonly string[] }): Promise<void> {
    return this.assignments.askAgain(accountIds);
  }

  @On(StandingChanged)
  whenAStandingChanges({ accountId }: { accountId: string }): Promise<void> {
    return this.assignments.askAgainOf(accountId);
  }

  @On(DutiesChanged)
  whenDutiesChange({ accountId }: { accountId: string }): Promise<void> {
    return this.assignments.askAgainOf(accountId);
  }
}
