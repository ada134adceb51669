import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { AllianceEnded, MembershipEnded, StandingChanged } from '#members/members.events.js';
import { RealtimeService } from './realtime.service.js';

/** The node that made the change told the others right after COMMIT. Had it died just then, this still would. */
@Injectable()
export class AskAgainWhatIsWatched {
  constructor(private readonly realtime: RealtimeService) {}

  @On(MembershipEnded)
  whenAMembershipEnds({ accountId }: { accountId: string }): Promise<void> {
    return this.realtime.recheck(accountId);
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
