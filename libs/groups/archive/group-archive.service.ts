import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { LockedAccessService } from '#access/locked-access.service.js';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from '../group.entity.js';
import { GroupArchived, GroupUnarchived } from '../groups.events.js';
import { PendingGroupChangesService } from './pending-group-changes.service.js';

/**
 * Archives groups and brings them back. The policy reads `archived_at`, so both take effect at COMMIT, also for a change
 * that waits for the lock of the group. Posting does not take that lock, because it is frequent: a message whose
 * statement began before COMMIT may be stored and acknowledged just after it.
 */
@Injectable()
export class GroupArchiveService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly locked: LockedAccessService,
    private readonly events: EventsService,
    private readonly audit: AuditService,
    private readonly pending: PendingGroupChangesService,
  ) {}

  archiveAs(viewer: Viewer, groupId: string): Promise<Group> {
    return this.db.write(async () => {
      await this.locked.load(Group, groupId, viewer, 'archive');
      await this.archive(groupId, viewer.accountId);
      return this.changed(viewer, groupId, 'archive');
    });
  }

  /**
   * Archives a group without a policy check, in the open transaction; does nothing if it is archived. Requests to join,
   * invitations and two-person acts end for good. `byId` is the account that archives it; null without a person.
   */
  async archive(groupId: string, byId: string | null = null): Promise<void> {
    this.db.assertWriting();
    const groups = this.db.repo(Group);
    const isActive = { id: groupId, archivedAt: IsNull() };
    const { affected } = await groups.update(isActive, { archivedAt: this.clock.now() });
    if (affected !== 1) return;
    await this.pending.closeAllIn(groupId);
    await this.events.record(GroupArchived, { groupId, byId });
  }

  unarchive(viewer: Viewer, groupId: string): Promise<Group> {
    return this.db.write(async () => {
      await this.locked.load(Group, groupId, viewer, 'unarchive');
      await this.db.repo(Group).update(groupId, { archivedAt: null });
      await this.events.record(GroupUnarchived, { groupId });
      return this.changed(viewer, groupId, 'unarchive');
    });
  }

  private async changed(viewer: Viewer, subjectId: string, action: string): Promise<Group> {
    await this.audit.record(viewer, { action, subjectType: 'Group', subjectId });
    return this.db.repo(Group).findOneByOrFail({ id: subjectId });
  }
}
