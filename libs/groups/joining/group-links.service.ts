import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { NotFound } from '#kernel/errors.js';
import { hashToken, newToken } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { ContactQuotasService } from '#signin/accounts/contact-quotas.service.js';
import { Group } from '../group.entity.js';
import type { UseGroupLinkInput } from '../groups.inputs.js';
import { AddGroupMember } from './add-group-member.js';
import { GroupLink } from './group-link.entity.js';
import type { GroupLinkPreview, GroupLinkWithToken, GroupLinkResult } from './group-link.view.js';
import { CreateJoinRequest } from './create-join-request.js';

const LASTS = 72 * HOUR;
const MAX_SHOWN = 50;

/** Links that a steward gives to a member outside of Trama, to join a group. */
@Injectable()
export class GroupLinksService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
    private readonly quotas: ContactQuotasService,
    private readonly entering: AddGroupMember,
    private readonly requests: CreateJoinRequest,
  ) {}

  /**
   * Creates a link. Only this response contains its token. The link counts towards the quota like an invitation of a
   * member who is no ally.
   */
  make(viewer: Viewer, groupId: string): Promise<GroupLinkWithToken> {
    return this.db.write(async () => {
      await this.access.load(Group, groupId, viewer, 'invite');
      await this.quotas.use(viewer.accountId, 'inviteMember');
      const token = newToken();
      const links = this.db.repo(GroupLink);
      const link = await links.save(
        links.create({
          groupId,
          makerId: viewer.accountId,
          tokenHash: hashToken(token),
          createdAt: this.clock.now(),
          expiresAt: this.clock.in(LASTS),
          usedAt: null,
          usedById: null,
        }),
      );
      return { link, token };
    });
  }

  /** Unused links of a group from all its stewards, newest first. */
  async open(viewer: Viewer, groupId: string): Promise<GroupLink[]> {
    await this.access.load(Group, groupId, viewer, 'invite');
    return this.access
      .list(GroupLink, viewer)
      .andWhere('it.group_id = :groupId', { groupId })
      .orderBy('it.created_at', 'DESC')
      .addOrderBy('it.id')
      .take(MAX_SHOWN)
      .getMany();
  }

  revoke(viewer: Viewer, id: string): Promise<boolean> {
    return this.db.write(async () => {
      const link = await this.access.load(GroupLink, id, viewer, 'revoke');
      await this.db.repo(GroupLink).delete(link.id);
      return true;
    });
  }

  /**
   * The group of a link that the viewer may use or has used (the response may have been lost). Throws NotFound for any
   * other link.
   */
  async look(viewer: Viewer, token: string): Promise<GroupLinkPreview> {
    const used = await this.usedBy(viewer, token);
    if (used) return { ...used.group, groupId: used.group.id, ...used.now };
    const group = await this.groupOf(await this.usable(viewer, token));
    const slug = isIn(viewer, group.id) ? group.slug : null;
    return { ...group, groupId: group.id, slug, joinRequestId: null };
  }

  /**
   * Uses a link: adds the viewer to the group, or creates a join request if the group is hidden. For a viewer who is
   * already a member, the link stays unused. A repeated use by the same account gets the same response. Throws NotFound
   * like `look`.
   */
  use(
    viewer: Viewer,
    { token, personaName = null, ...said }: UseGroupLinkInput,
  ): Promise<GroupLinkResult> {
    return this.db.write(async () => {
      const used = await this.usedBy(viewer, token);
      if (used) return used.now;
      const { groupId } = await this.usable(viewer, token);
      // Check again after the lock: another account may have used the link, and the viewer may have joined or been
      // removed.
      const now = await this.entering.inTurn(viewer, groupId);
      const link = await this.usable(now, token);
      const group = await this.groupOf(link);
      if (isIn(now, groupId)) return { slug: group.slug, joinRequestId: null };
      await this.useUp(now, link);
      if (!group.isListed) {
        const request = await this.requests.place(now, group, { ...said, personaName });
        return { slug: null, joinRequestId: request.id };
      }
      const member = { accountId: now.accountId, groupId, personaName };
      await this.entering.enterNow(member, said.agreementsVersion);
      return { slug: group.slug, joinRequestId: null };
    });
  }

  /** Throws NotFound if the link was used or revoked meanwhile. */
  private async useUp({ accountId: usedById }: Viewer, { id }: GroupLink): Promise<void> {
    this.db.assertWriting();
    const change = { usedAt: this.clock.now(), usedById };
    const { affected } = await this.db.repo(GroupLink).update({ id, usedAt: IsNull() }, change);
    if (affected !== 1) throw new NotFound();
  }

  /**
   * Returns the earlier result if the viewer has used this link and is now a member or has a waiting join request; else
   * undefined.
   */
  private async usedBy(viewer: Viewer, token: string) {
    const own = { tokenHash: hashToken(token), usedById: viewer.accountId };
    const link = await this.db.repo(GroupLink).findOneBy(own);
    if (!link) return undefined;
    const group = await this.groupOf(link);
    if (isIn(viewer, group.id)) return { group, now: { slug: group.slug, joinRequestId: null } };
    const joinRequestId = await this.requests.waiting(viewer, group.id);
    return joinRequestId ? { group, now: { slug: null, joinRequestId } } : undefined;
  }

  private groupOf({ groupId }: GroupLink): Promise<Group> {
    return this.db.repo(Group).findOneByOrFail({ id: groupId });
  }

  private async usable(viewer: Viewer, token: string): Promise<GroupLink> {
    const link = await this.access
      .list(GroupLink, viewer, 'use')
      .andWhere('it.token_hash = :hash', { hash: hashToken(token) })
      .getOne();
    if (!link) throw new NotFound();
    return link;
  }
}

const isIn = (viewer: Viewer, groupId: string): boolean => viewer.groups.member.includes(groupId);
