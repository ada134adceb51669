import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { EventsService } from '#events/events.service.js';
import { type Membership, MembershipRole } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import { FacilitatorsChanged } from '../groups.events.js';
import { GroupMembersService } from './group-members.service.js';

/** Makes members facilitators and ends that role. Both take effect at once; nobody has to accept. */
@Injectable()
export class FacilitatorsService {
  constructor(
    private readonly members: GroupMembersService,
    private readonly memberships: MembershipsService,
    private readonly events: EventsService,
    private readonly audit: AuditService,
    private readonly quotas: ContactQuotasService,
  ) {}

  /** Counts towards the quota like an invitation of an ally, because each time notifies the member. */
  make(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.members.withGroupLock(viewer, membershipId, 'makeFacilitator', async (to) => {
      await this.quotas.use(viewer.accountId, 'inviteAlly');
      await this.change(viewer, 'makeFacilitator', to, MembershipRole.facilitator);
    });
  }

  /**
   * Ends the role of a facilitator, or the viewer's own. The audit log does not record the latter, because the person
   * would read there that a steward did it.
   */
  end(viewer: Viewer, membershipId: string): Promise<boolean> {
    return this.members.withGroupLock(viewer, membershipId, 'endFacilitation', (membership) =>
      this.change(viewer, 'endFacilitation', membership, MembershipRole.member),
    );
  }

  private async change(
    viewer: Viewer,
    action: string,
    membership: Membership,
    role: MembershipRole,
  ): Promise<void> {
    const { id, groupId, accountId } = membership;
    await this.memberships.setRole(membership, role);
    const changed = { membershipId: id, groupId, accountId, byId: viewer.accountId };
    await this.events.record(FacilitatorsChanged, changed);
    if (accountId === viewer.accountId) return;
    const act = { action, subjectType: 'Membership', subjectId: id, aboutId: accountId };
    await this.audit.record(viewer, act);
  }
}
