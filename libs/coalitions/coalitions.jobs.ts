import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { GroupArchiveService } from '#groups/archive/group-archive.service.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { MembershipEndingsService } from '#members/membership-endings.service.js';
import { SmallCoalitionsService } from './small-coalitions.service.js';

/** Brings coalitions up to date where no request does it. */
@Injectable()
export class CoalitionsJobs {
  constructor(
    private readonly db: Database,
    private readonly small: SmallCoalitionsService,
    private readonly groupLock: GroupLockService,
    private readonly archives: GroupArchiveService,
    private readonly endings: MembershipEndingsService,
  ) {}

  /** Archives coalitions that one participant, or none, has held for 30 days. */
  @Job({ name: 'coalitions.archiveSmall', cron: '41 * * * *' })
  async archiveSmall(): Promise<void> {
    await this.inEach(await this.small.overdue(), async (id) => {
      if ((await this.small.overdue(id)).length > 0) await this.archives.archive(id);
    });
  }

  /** Ends the entries that no accepted grant explains any more. They give no access since then. */
  @Job({ name: 'coalitions.endUnexplainedEntries', cron: '11 * * * *' })
  async endUnexplainedEntries(): Promise<void> {
    const ids = await this.endings.coalitionsWithUnexplainedEntries();
    await this.inEach(ids, (id) => this.endings.endUnexplainedEntries({ coalitionIds: [id] }));
  }

  /**
   * Works on each coalition in its own transaction. A failed coalition is retried with the next run and does not block
   * the others; the first error is thrown at the end.
   */
  private async inEach(ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> {
    const failures: unknown[] = [];
    for (const id of ids) {
      const done = this.db.write(async () => {
        await this.groupLock.acquire(id);
        await work(id);
      });
      await done.catch((error) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}
