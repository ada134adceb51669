import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { FilesService } from '#files/files.service.js';
import { ARCHIVED_GROUP_RETENTION } from '#groups/group.entity.js';
import { Clock } from '#kernel/clock.js';
import { MembershipsService } from '#members/memberships.service.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { DestructionReceiptsService } from '#retention/destruction-receipts.service.js';

/** Maximum number of messages that one hourly run lets expire, so that its transaction stays short. */
const MAX_MESSAGES = 10_000;

/** Deletes archived groups with everything in them. */
@Injectable()
export class ArchivedGroups {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly memberships: MembershipsService,
    private readonly files: FilesService,
    private readonly receipts: DestructionReceiptsService,
    classes: DataClassesService,
  ) {
    classes.define({
      ...{ name: 'archivedGroup', owner: DataOwner.person, purpose: DataPurpose.talking },
      lasts: ARCHIVED_GROUP_RETENTION,
      isHourly: true,
      destroy: (before) => this.destroy(before),
    });
  }

  /**
   * Lets the messages of the groups expire, and deletes one group whose messages are deleted; the next run deletes the
   * next one. Foreign keys delete what belongs to a group, and the files without a row are swept. Reports stay with
   * moderation: they contain copies. The receipt names no member.
   */
  private async destroy(before: Date): Promise<number> {
    await this.db.query(
      `update message set expires_at = $2 where id in (
         select m.id from "group" g join channel c on c.group_id = g.id join message m on m.channel_id = c.id
         where g.archived_at <= $1 and m.expires_at > $2 limit ${MAX_MESSAGES})`,
      [before, this.clock.now()],
    );
    const [due] = await this.db.query<{ id: string }>(
      `select g.id from "group" g where g.archived_at <= $1
         and not exists (select from channel c join message m on m.channel_id = c.id where c.group_id = g.id)
       order by g.archived_at limit 1 for update of g`,
      [before],
    );
    if (!due) return 0;
    await this.delete(due.id);
    const receipt = { subjectId: due.id, aboutId: null };
    await this.receipts.record('archivedGroup', 'Group', [receipt]);
    return 1;
  }

  /** Ends the memberships first, so that every node drops the rights of the members. */
  private async delete(groupId: string): Promise<void> {
    await this.memberships.endAllIn(groupId);
    await this.db.query('delete from membership where group_id = $1', [groupId]);
    const [gone] = await this.db.query<{ picture: string | null }>(
      `with gone as (delete from "group" where id = $1 returning picture) select picture from gone`,
      [groupId],
    );
    if (gone?.picture) this.files.dropAfterCommit(gone.picture);
  }
}
