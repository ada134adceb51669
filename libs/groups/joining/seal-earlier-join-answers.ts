import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#database/database.js';
import { JoinRequest } from './join-request.entity.js';

const BATCH = 500;

/** Deletes a batch of unsealed answers. Nodes that start at the same time take different ones. */
const TAKE = `
  delete from unsealed_join_answer where join_request_id in (
    select join_request_id from unsealed_join_answer limit ${BATCH} for update skip locked)
  returning join_request_id as id, question, answer`;

interface UnsealedAnswer {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

/** Seals the answers of join requests that were written before answers were sealed. Later starts find none. */
@Injectable()
export class SealEarlierJoinAnswers implements OnApplicationBootstrap {
  constructor(private readonly db: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    let sealed = BATCH;
    while (sealed === BATCH) sealed = await this.sealBatch();
  }

  private sealBatch(): Promise<number> {
    return this.db.write(async () => {
      const rows = await this.db.query<UnsealedAnswer>(
        `with taken as (${TAKE}) select * from taken`,
      );
      const requests = this.db.repo(JoinRequest);
      for (const { id, question, answer } of rows) {
        await requests.update(id, { answers: [{ question, answer }] });
      }
      return rows.length;
    });
  }
}
