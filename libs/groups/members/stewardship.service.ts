import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { EventsService } from '#events/events.service.js';
import { Conflict } from '#kernel/errors.js';
import { Membership, MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import {
  StewardsChanged,
  StewardshipHandedOver,
  StewardshipOfferEnded,
  StewardshipOffered,
} from '../groups.events.js';
import { GroupMembersService } from './group-members.service.js';

/** Offers, hands over and ends stewardships. */
@Injectable()
export class StewardshipService {
  constructor(
    private readonly access: AccessService,
    private readonly members: GroupMembersService,
    private readonly memberships: MembershipsService,
    private readonly events: EventsService,
    private readonly audit: AuditService,
    private readonly quotas: ContactQuotasService,
  ) {}

  /**
   * Hands the viewer's stewardship over to another member. Throws Conflict `membership.newcomer` for a member on
   * probation.
   */
  handOver(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.members.withGroupLock(viewer, membershipId, 'handOver', async (to) => {
      if (await this.memberships.isOnProbation(to)) throw new Conflict('membership.newcomer');
      const own = await this.memberships.activeOf(viewer.accountId, to.groupId);
      await this.setRole(to, MembershipRole.steward);
      if (own) await this.setRole(own, MembershipRole.member);
      const { id, groupId, accountId } = to;
      const handed = { membershipId: id, groupId, accountId, byId: viewer.accountId };
      await this.events.record(StewardshipHandedOver, handed);
      await this.writeDown(viewer, 'handOver', to);
    });
  }

  /** Offers the stewardship to another member. The offer counts towards the quota like an invitation of an ally. */
  offer(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.members.withGroupLock(viewer, membershipId, 'offerStewardship', async (to) => {
      const { id, groupId, accountId } = to;
      await this.quotas.use(viewer.accountId, 'inviteAlly');
      await this.memberships.offerStewardship(id);
      const offered = { membershipId: id, groupId, accountId, byId: viewer.accountId };
      await this.events.record(StewardshipOffered, offered);
    });
  }

  withdrawOffer(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.endOffer(viewer, membershipId, 'withdrawStewardshipOffer');
  }

  /** The viewer's memberships with an offer that waits for an answer. */
  offers(viewer: Viewer): Promise<Membership[]> {
    return this.waiting(viewer).getMany();
  }

  /**
   * The offers that notify the viewer. Offers of a group are left out if a block hides all its stewards from the
   * viewer.
   */
  notifiedOffers(viewer: Viewer): Promise<Membership[]> {
    return this.audible(viewer).getMany();
  }

  countNotifiedOffers(viewer: Viewer): Promise<number> {
    return this.audible(viewer).getCount();
  }

  accept(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.members.withGroupLock(viewer, membershipId, 'acceptStewardship', async (own) => {
      await this.setRole(own, MembershipRole.steward);
      await this.writeDown(viewer, 'acceptStewardship', own);
    });
  }

  decline(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.endOffer(viewer, membershipId, 'declineStewardship');
  }

  /** Makes a steward (or the viewer) a plain member again. Throws Conflict for the last steward. */
  end(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.members.withGroupLock(
      viewer,
      membershipId,
      'endStewardship',
      async (membership) => {
        if (!(await this.memberships.hasOtherActiveSteward(membership)))
          throw new Conflict('membership.lastSteward');
        await this.setRole(membership, MembershipRole.member);
        await this.writeDown(viewer, 'endStewardship', membership);
      },
    );
  }

  private waiting(viewer: Viewer) {
    return this.access
      .list(Membership, viewer, 'declineStewardship')
      .orderBy('it.steward_offer_ends_at', 'DESC')
      .addOrderBy('it.id');
  }

  private audible(viewer: Viewer) {
    return this.waiting(viewer).andWhere(`exists (
      select 1 from membership s where s.group_id = it.group_id and s.role = 'steward' and s.ended_at is null
        and not exists (select 1 from hidden_pair h
          where h.account_id = it.account_id and h.other_id = s.account_id))`);
  }

  private endOffer(
    viewer: Viewer,
    membershipId: string,
    action: 'withdrawStewardshipOffer' | 'declineStewardship',
  ): Promise<boolean> {
    return this.members.withGroupLock(viewer, membershipId, action, async ({ id, accountId }) => {
      await this.memberships.endStewardshipOffer(id);
      await this.events.record(StewardshipOfferEnded, { membershipId: id, accountId });
    });
  }

  private async setRole(membership: Membership, role: MembershipRole): Promise<void> {
    await this.memberships.setRole(membership, role);
    await this.events.record(StewardsChanged, { groupId: membership.groupId });
  }

  private writeDown(viewer: Viewer, action: string, { id, accountId }: Membership): Promise<void> {
    const act = { action, subjectType: 'Membership', subjectId: id, aboutId: accountId };
    return this.audit.record(viewer, act);
  }
}
