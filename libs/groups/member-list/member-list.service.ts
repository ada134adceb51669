import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { GroupKind } from '#members/membership.entity.js';
import type { Viewer } from '#policy/viewer.js';
import { GroupLockService } from '../group-lock.service.js';
import { Group, MemberListAudience } from '../group.entity.js';
import { GroupPrivacyChanged } from '../groups.events.js';
import { ListedMemberships } from './listed-memberships.js';

/**
 * Closes the member list of a group, so that only stewards read it, and opens it to members again. One steward can
 * close it; opening it needs two persons (R2) and lists only members who join later or agree (R5).
 */
@Injectable()
export class MemberListService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly groupLock: GroupLockService,
    private readonly listed: ListedMemberships,
    private readonly audit: AuditService,
    private readonly events: EventsService,
  ) {}

  /**
   * Hides members from each other at once. Throws Conflict `group.notMorePrivate` if the list is closed already, and
   * NotFound for a coalition, which shows everybody who takes part.
   */
  close(viewer: Viewer, groupId: string): Promise<Group> {
    if (!isId(groupId)) throw new NotFound();
    return this.db.write(async () => {
      const now = await this.groupLock.acquireAs(viewer, groupId);
      const group = await this.access.load(Group, groupId, now, 'edit');
      if (group.kind !== GroupKind.group) throw new NotFound();
      if (isClosed(group)) throw new Conflict('group.notMorePrivate');
      await this.set(group, MemberListAudience.stewards);
      await this.listed.unlistAll(groupId);
      await this.writeDown(viewer, groupId, 'makeMorePrivate');
      return group;
    });
  }

  /** Applies an approved request. Lists nobody: each earlier member decides for themself. */
  async open(asker: Viewer, approver: Viewer, groupId: string): Promise<void> {
    this.db.assertWriting();
    await this.set(await this.mayOpen(asker, groupId), MemberListAudience.members);
    await this.events.record(GroupPrivacyChanged, { groupId });
    await this.writeDown(approver, groupId, 'makeLessPrivate');
  }

  /** Throws Conflict `group.notLessPrivate` if members see the list already. */
  async mayOpen(viewer: Viewer, groupId: string): Promise<Group> {
    const group = await this.access.load(Group, groupId, viewer, 'makeLessPrivate');
    if (!isClosed(group)) throw new Conflict('group.notLessPrivate');
    return group;
  }

  private async set(group: Group, memberList: MemberListAudience): Promise<void> {
    const wasListClosed = true;
    await this.db.repo(Group).save(Object.assign(group, { memberList, wasListClosed }));
  }

  private writeDown(viewer: Viewer, subjectId: string, action: string): Promise<void> {
    return this.audit.record(viewer, { action, subjectType: 'Group', subjectId });
  }
}

const isClosed = ({ memberList }: Group): boolean => memberList === MemberListAudience.stewards;
