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
import { GroupPrivacyChanged } from '../groups.events.js';
import { columnsOf, type GroupPrivacy, isMorePrivate, privacyOf } from './group-privacy.js';

/** `from`: what the group must be still, as whoever approves was shown it. */
export interface Opening {
  readonly from?: GroupPrivacy;
  readonly to: GroupPrivacy;
}

/** Who sees a group and how one comes in. A steward alone makes it more private; less private takes two (R2). */
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

  /** At once. Conflict `group.notMorePrivate` where it is not. */
  makeMorePrivate(viewer: Viewer, groupId: string, to: GroupPrivacy): Promise<Group> {
    if (!isId(groupId)) throw new NotFound();
    return this.db.write(async () => {
      const now = await this.groupLock.acquireAs(viewer, groupId);
      const group = await this.access.load(Group, groupId, now, 'edit');
      if (!isMorePrivate(to, privacyOf(group))) throw new Conflict('group.notMorePrivate');
      await this.set(group, to);
      await this.writeDown(viewer, groupId, 'makeMorePrivate');
      return group;
    });
  }

  /** Once two agreed; refused as `mayMakeLessPrivate` is. */
  async makeLessPrivate(asker: Viewer, approver: Viewer, groupId: string, opening: Opening) {
    this.db.assertWriting();
    await this.set(await this.mayMakeLessPrivate(asker, groupId, opening), opening.to);
    // Links of a hidden group led to a request that a steward confirms; they would now let people in at once.
    await this.db.repo(GroupLink).delete({ groupId, usedAt: IsNull() });
    await this.writeDown(approver, groupId, 'makeLessPrivate');
  }

  /** Conflict `twoPerson.changed` where it is not as `from` says by now, `group.notLessPrivate` where `to` is not less private. */
  async mayMakeLessPrivate(viewer: Viewer, groupId: string, { from, to }: Opening): Promise<Group> {
    const group = await this.access.load(Group, groupId, viewer, 'makeLessPrivate');
    const now = privacyOf(group);
    if (from && from !== now) throw new Conflict('twoPerson.changed');
    if (!isMorePrivate(now, to)) throw new Conflict('group.notLessPrivate');
    return group;
  }

  /** Whether the viewer's member list shows another steward; null unless the viewer is a steward. */
  async hasOtherSteward(viewer: Viewer, groupId: string): Promise<boolean | null> {
    if (!viewer.groups.steward.includes(groupId)) return null;
    return this.memberships.hasStewardBeside(viewer.accountId, groupId);
  }

  private async set(group: Group, privacy: GroupPrivacy): Promise<void> {
    await this.db.repo(Group).save(Object.assign(group, columnsOf(privacy)));
    await this.events.record(GroupPrivacyChanged, { groupId: group.id });
  }

  private writeDown(viewer: Viewer, subjectId: string, action: string): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'Group', subjectId });
  }
}
