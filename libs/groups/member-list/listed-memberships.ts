import { Injectable } from '@nestjs/common';
import { EventsService } from '#events/events.service.js';
import type { Membership } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import { DirectoryService } from '#profiles/directory/directory.service.js';
import { GroupPrivacyChanged } from '../groups.events.js';

/**
 * Lists and unlists memberships, and what the list opens: profiles that are open to the group stand in its part of the
 * directory.
 */
@Injectable()
export class ListedMemberships {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly directory: DirectoryService,
    private readonly events: EventsService,
  ) {}

  async unlistAll(groupId: string): Promise<void> {
    await this.memberships.unlistAll(groupId);
    await this.directory.closeGroup(groupId);
    await this.events.record(GroupPrivacyChanged, { groupId });
  }

  async list(membership: Membership): Promise<void> {
    await this.memberships.list(membership);
    await this.directory.refresh([membership.accountId]);
    await this.events.record(GroupPrivacyChanged, { groupId: membership.groupId });
  }
}
