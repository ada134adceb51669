import { Injectable } from '@nestjs/common';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';

/** Changes of who is in a group come one after the other: each locks the group first, so that no two wait for each other. */
@Injectable()
export class GroupTurn {
  constructor(
    private readonly db: Database,
    private readonly viewers: ViewerLoader,
  ) {}

  /** Waits for the group until the end of the transaction. Inside write(). */
  async wait(groupId: string): Promise<void> {
    await this.db.query('select 1 from "group" where id = $1 for update', [groupId]);
  }

  /** Waits for the group; gives the viewer with the rights of that moment. Inside write(). */
  async waitAs(viewer: Viewer, groupId: string): Promise<Viewer> {
    await this.wait(groupId);
    return (await this.viewers.byAccount(viewer.accountId)) ?? viewer;
  }
}
