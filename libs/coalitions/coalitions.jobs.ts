import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { GroupArchiveService } from '#groups/archive/group-archive.service.js';
import { GroupLockService } from '#groups/group-lock.service.js';
import { SmallCoalitionsService } from './small-coalitions.service.js';

/** Archives coalitions that one participant, or none, has held for 30 days. */
@Injectable()
export class CoalitionsJobs {
  constructor(
    private readonly db: Database,
    private readonly small: SmallCoalitionsService,
    private readonly groupLock: GroupLockService,
    private readonly archives: GroupArchiveService,
  ) {}

  @Job({ name: 'coalitions.archiveSmall', cron: '41 * * * *' })
  async archiveSmall(): Promise<void> {
    for (const id of await this.small.overdue()) {
      await this.db.write(async () => {
        await this.groupLock.acquire(id);
        if ((await this.small.overdue(id)).length > 0) await this.archives.archive(id);
      });
    }
  }
}
