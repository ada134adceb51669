import { Injectable } from '@nestjs/common';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';

/** Membership changes of a group lock its row first, so they run one after another and cannot deadlock. */
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

  /** Locks the group; returns the viewer with the rights they have then. */
  async acquireAs(viewer: Viewer, groupId: string): Promise<Viewer> {
    this.db.assertWriting();
    await this.acquire(groupId);
    return (await this.viewers.byAccount(viewer.accountId)) ?? viewer;
  }
}
