import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Page } from '#kernel/pagination.js';
import { isSteward, Membership } from '#members/membership.entity.js';
import type { ActionOf } from '#policy/policy-actions.js';
import { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { ProfilesService } from '#profiles/profiles.service.js';
import type { GroupMember, RemovedMember } from './group-member.view.js';
import { GroupMembersService } from './group-members.service.js';

/** Converts memberships to what a viewer of the group sees. */
@Injectable()
export class GroupMemberMapper {
  constructor(
    private readonly access: AccessService,
    private readonly profiles: ProfilesService,
    private readonly members: GroupMembersService,
  ) {}

  async page(viewer: Viewer, page: Page<Membership>): Promise<Page<GroupMember>> {
    return { items: await this.all(viewer, page.items), nextCursor: page.nextCursor };
  }

  /** A member of the viewer's group. Throws NotFound if the viewer is not in the group or the membership has ended. */
  async one(viewer: Viewer, id: string): Promise<GroupMember> {
    const [member] = await this.all(viewer, [
      await this.access.load(Membership, id, viewer, 'read'),
    ]);
    return member!;
  }

  /**
   * The viewer's own membership as another member of the group sees it, in the list or, if the viewer is not listed, as
   * the author of a message. `hasPersona` is the exception: only the viewer learns it.
   */
  async previewIn(viewer: Viewer, groupId: string): Promise<GroupMember> {
    if (!isId(groupId)) throw new NotFound();
    const { at, accountId } = viewer;
    const mine = [groupId].filter((id) => viewer.groups.member.includes(id));
    // A coalition is no shared group, so it opens nothing of a profile.
    const plain = mine.filter((id) => !viewer.coalitions.near.includes(id));
    const groups = { member: mine, facilitator: [], steward: [], plain, readOnly: [] };
    const other = Viewer.imagined({ at, groups });
    const own = await this.access
      .list(Membership, viewer)
      .andWhere('it.group_id = :groupId and it.account_id = :accountId', { groupId, accountId })
      .andWhere('it.ended_at is null')
      .getMany();
    const [member] = await this.all(other, own);
    if (!member) throw new NotFound();
    return { ...member, hasPersona: own[0]!.personaName !== null, isPreview: true };
  }

  /** The actions that the viewer may take on this member; none in a preview. */
  async actions(viewer: Viewer, { id, isPreview }: GroupMember): Promise<ActionOf<'Membership'>[]> {
    return isPreview ? [] : this.access.viewerCan('Membership', id, viewer);
  }

  async removed(memberships: readonly Membership[]): Promise<RemovedMember[]> {
    const names = await this.members.namesOf(memberships.map(({ id }) => id));
    return memberships.map(({ id, barredAt }) => ({
      ...{ id, name: names.get(id) ?? '', removedAt: barredAt! },
    }));
  }

  private async all(viewer: Viewer, items: readonly Membership[]): Promise<GroupMember[]> {
    const names = await this.members.namesOf(items.map(({ id }) => id));
    const people = await this.peopleOf(viewer, items);
    return items.map((one) => ({
      id: one.id,
      role: one.role,
      name: names.get(one.id) ?? '',
      isMe: one.accountId === viewer.accountId,
      isListed: one.isListed || isSteward(one),
      isPersona: one.personaName !== null,
      hasPersona: one.accountId === viewer.accountId ? one.personaName !== null : null,
      personId: people.get(one.accountId) ?? null,
      colour: one.personaColour || null,
      avatar: one.personaPicture || null,
      pronouns: one.personaPronouns || null,
      about: one.personaAbout || null,
      practiceIds: one.personaPractices,
      isPreview: false,
    }));
  }

  /** Profile ids by account, for members without a persona whose profile the viewer may open. */
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
