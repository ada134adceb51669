import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import {
  MemberBlocked,
  MembersSeparated,
  MembersUnlisted,
  MembershipEnded,
  PersonaChanged,
  StandingChanged,
} from '#members/members.events.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import { PROFILE_ROOM } from '../own-profile/profile-room.js';
import { ProfilesService } from '../profiles.service.js';

interface OfAccount {
  accountId: string;
}

/**
 * Rechecks the viewers of an open profile when they may have lost access. Removed viewers get no notice, because its
 * timing would disclose a block or the persona that a member took.
 */
@Injectable()
export class WatchedProfilesHandlers {
  constructor(
    private readonly profiles: ProfilesService,
    private readonly realtime: RealtimeService,
  ) {}

  @On(MembershipEnded, { id: 'WhoMayStillWatchAProfile.whenOneLeavesAGroup' })
  whenOneLeavesAGroup({ accountId }: OfAccount) {
    return this.askAgain([accountId]);
  }

  @On(MembersUnlisted)
  whenAMemberListCloses({ accountIds }: { accountIds: readonly string[] }) {
    return this.askAgain(accountIds);
  }

  @On(PersonaChanged, { id: 'WhoMayStillWatchAProfile.whenOneTakesAnotherName' })
  whenOneTakesAnotherName({ accountId }: OfAccount) {
    return this.askAgain([accountId]);
  }

  @On(StandingChanged, { id: 'WhoMayStillWatchAProfile.whenAStandingChanges' })
  whenAStandingChanges({ accountId }: OfAccount) {
    return this.askAgain([accountId]);
  }

  @On(MemberBlocked, { id: 'WhoMayStillWatchAProfile.whenOneBlocksAnother' })
  whenOneBlocksAnother({ blockerId, blockedId }: { blockerId: string; blockedId: string }) {
    return this.askAgain([blockerId, blockedId]);
  }

  @On(MembersSeparated, { id: 'WhoMayStillWatchAProfile.whenTwoAreSeparated' })
  whenTwoAreSeparated({ lowId, highId }: { lowId: string; highId: string }) {
    return this.askAgain([lowId, highId]);
  }

  private async askAgain(accountIds: readonly string[]): Promise<void> {
    const ids = await this.profiles.profileIdsOf(accountIds);
    for (const id of ids.values()) await this.realtime.recheckRoom({ ...PROFILE_ROOM, id }, false);
  }
}
