import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { Group } from './group.entity.js';

/**
 * Locks a group's row before any change of its memberships, so that changes run one after another and cannot deadlock.
 */
@Injectable()
export class GroupLockService {
  constructor(
    private readonly db: Database,
    private readonly viewers: ViewerLoader,
  ) {}

  /** Locks the group until the end of the transaction. */
  async acquire(groupId: string): Promise<void> {
    this.db.assertWriting();
    await this.db.query('select 1 from "group" where id = $1 for update', [groupId]);
  }

  /** Whether the locked group is archived. */
  isArchived(id: string): Promise<boolean> {
    this.db.assertWriting();
    return this.db.repo(Group).existsBy({ id, archivedAt: Not(IsNull()) });
  }

  /** Locks the group and returns the viewer, reloaded with the current rights. */
  async acquireAs(viewer: Viewer, groupId: string): Promise<Viewer> {
    this.db.assertWriting();
    await this.acquire(groupId);
    return (await this.viewers.byAccount(viewer.accountId)) ?? viewer;
  }
}
