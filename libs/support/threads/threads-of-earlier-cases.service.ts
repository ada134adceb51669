import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#database/database.js';
import { SupportRequest, SupportStage } from '../requests/support-request.entity.js';
import { CaseThreadsService } from './case-threads.service.js';

/** Accepted cases in whose threads the supporter has no part. */
const WITHOUT_PART = `
  select r.id from support_request r
  where r.stage = 'accepted' and r.assignee_id is not null and not exists (
    select from participation p
    where p.case_id = r.id and p.account_id = r.assignee_id and p.ended_at is null)
  order by r.id`;

/**
 * Makes the threads of cases that were accepted before cases had threads. SQL alone cannot, because their keys are sealed.
 * Later starts find none.
 */
@Injectable()
export class ThreadsOfEarlierCasesService implements OnApplicationBootstrap {
  private readonly logger = new Logger('Threads');

  constructor(
    private readonly db: Database,
    private readonly threads: CaseThreadsService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const found = await this.db.query<{ id: string }>(WITHOUT_PART);
    for (const { id } of found) {
      // The others get theirs, and the server starts.
      await this.join(id).catch(() => this.logger.error(`case ${id} got no threads`));
    }
  }

  /** Waits for the lock. `join` does nothing for a person who takes part meanwhile, because another node started too. */
  private join(id: string): Promise<void> {
    return this.db.write(async () => {
      const [lock, where] = [
        { mode: 'pessimistic_write' } as const,
        { id, stage: SupportStage.accepted },
      ];
      const request = await this.db.repo(SupportRequest).findOne({ where, lock });
      if (request) await this.threads.join(request);
    });
  }
}
