import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { GroupLockService } from '../group-lock.service.js';
import { Group } from '../group.entity.js';
import { GroupLink } from '../joining/group-link.entity.js';
import { GroupHidden, GroupPrivacyChanged } from '../groups.events.js';
import {
  groupPrivacyColumnsOf,
  type GroupPrivacy,
  isMorePrivate,
  isPrivacyOf,
  groupPrivacyOf,
} from './group-privacy.js';

/** A requested change. `from` is the privacy that the approver saw and that the group must still have. */
export interface RequestedPrivacyChange {
  readonly from?: GroupPrivacy;
  readonly to: GroupPrivacy;
}

/** The coalition stewards of $1 who act for no participant together with $2, as in `coalition_act_approver`. */
const OTHER_COALITION_STEWARD = `
  select 1 from coalition_steward s
  where s.coalition_id = $1 and not exists (
    select 1 from coalition_role r
    join coalition_role b on b.participant_id = r.participant_id and b.account_id = s.account_id
    where r.coalition_id = $1 and r.account_id = $2
      and (r.is_owner or r.is_delegate) and (b.is_owner or b.is_delegate))
  limit 1`;

/**
 * Changes who can see a group and how members join. One steward can make it more private; less private needs two
 * persons (R2).
 */
@Injectable()
export class GroupPrivacyService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly groupLock: GroupLockService,
    private readonly audit: AuditService,
    private readonly events: EventsService,
    private readonly memberships: MembershipsService,
  ) {}

  /** Makes the group more private at once. Throws Conflict `group.notMorePrivate` if `to` is not. */
  makeMorePrivate(viewer: Viewer, groupId: string, to: GroupPrivacy): Promise<Group> {
    if (!isId(groupId)) throw new NotFound();
    return this.db.write(async () => {
      const now = await this.groupLock.acquireAs(viewer, groupId);
      const group = await this.access.load(Group, groupId, now, 'edit');
      if (!isMorePrivate(to, groupPrivacyOf(group))) throw new Conflict('group.notMorePrivate');
      await this.set(group, to);
      await this.writeDown(viewer, groupId, 'makeMorePrivate');
      return group;
    });
  }

  /** Applies an approved request. Throws like `mayMakeLessPrivate`. */
  async makeLessPrivate(
    asker: Viewer,
    approver: Viewer,
    groupId: string,
    opening: RequestedPrivacyChange,
  ) {
    this.db.assertWriting();
    await this.set(await this.mayMakeLessPrivate(asker, groupId, opening), opening.to);
    // Delete unused links. While the group was hidden, a link only allowed a join request; now it would admit its
    // holder at once.
    await this.db.repo(GroupLink).delete({ groupId, usedAt: IsNull() });
    await this.writeDown(approver, groupId, 'makeLessPrivate');
  }

  /**
   * Throws Conflict `twoPerson.changed` if the group no longer has the privacy `from`, and `group.notLessPrivate` if
   * `to` is not less private.
   */
  async mayMakeLessPrivate(
    viewer: Viewer,
    groupId: string,
    { from, to }: RequestedPrivacyChange,
  ): Promise<Group> {
    const group = await this.access.load(Group, groupId, viewer, 'makeLessPrivate');
    const now = groupPrivacyOf(group);
    if (from && from !== now) throw new Conflict('twoPerson.changed');
    if (!isMorePrivate(now, to) || !isPrivacyOf(group, to)) {
      throw new Conflict('group.notLessPrivate');
    }
    return group;
  }

  /**
   * Whether the viewer's member list shows another steward, or a coalition steward could approve what the viewer asks in
   * the coalition; null unless the viewer is a steward.
   */
  async hasOtherSteward(viewer: Viewer, groupId: string): Promise<boolean | null> {
    if (viewer.coalitions.steward.includes(groupId)) return this.hasApprover(viewer, groupId);
    if (!viewer.groups.steward.includes(groupId)) return null;
    return this.memberships.hasOtherSteward(viewer.accountId, groupId);
  }

  private async hasApprover({ accountId }: Viewer, coalitionId: string): Promise<boolean> {
    const rows = await this.db.query(OTHER_COALITION_STEWARD, [coalitionId, accountId]);
    return rows.length > 0;
  }

  private async set(group: Group, privacy: GroupPrivacy): Promise<void> {
    const { id: groupId, isListed: wasListed } = group;
    await this.db.repo(Group).save(Object.assign(group, groupPrivacyColumnsOf(privacy)));
    await this.events.record(GroupPrivacyChanged, { groupId });
    if (wasListed && !group.isListed) await this.events.record(GroupHidden, { groupId });
  }

  private writeDown(viewer: Viewer, subjectId: string, action: string): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'Group', subjectId });
  }
}
