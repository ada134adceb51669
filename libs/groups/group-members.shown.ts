import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Page } from '#kernel/page.js';
import type { Membership } from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import type { GroupMember } from './group-member.view.js';
import { GroupMembersService } from './group-members.service.js';

/** Turns memberships into what a viewer of the group is shown of them, a page at a time. */
@Injectable()
export class GroupMembersShown {
  constructor(
    private readonly access: AccessService,
    private readonly profiles: ProfilesService,
    private readonly members: GroupMembersService,
  ) {}

  async page(viewer: Viewer, page: Page<Membership>): Promise<Page<GroupMember>> {
    const { items, nextCursor } = page;
    const names = await this.members.namesOf(items.map(({ id }) => id));
    const people = await this.peopleOf(viewer, items);
    const shown = items.map(({ id, role, accountId, personaName }) => ({
      id,
      role,
      name: names.get(id) ?? '',
      isMe: accountId === viewer.accountId,
      hasPersona: accountId === viewer.accountId ? personaName !== null : null,
      personId: people.get(accountId) ?? null,
    }));
    return { items: shown, nextCursor };
  }

  /** Profile ids by account, of those whose profile the viewer may open and who have no persona here. */
  private async peopleOf(
    viewer: Viewer,
    items: readonly Membership[],
  ): Promise<Map<string, string>> {
    const plain = items.filter((one) => one.personaName === null).map((one) => one.accountId);
    const profileIds = await this.profiles.profileIdsOf(plain);
    const profiles = this.access.loader(Profile, viewer);
    const found = await Promise.all([...profileIds.values()].map((id) => profiles.load(id)));
    return new Map(found.flatMap((one) => (one ? [[one.accountId, one.id] as const] : [])));
  }
}
