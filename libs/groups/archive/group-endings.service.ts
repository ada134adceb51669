import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';

type Work = (groupId: string) => Promise<void>;

/** Other libraries register here what ends in the transaction in which a group is archived or loses its last member. */
@Injectable()
export class GroupEndingsService {
  private readonly works: Work[] = [];

  constructor(private readonly db: Database) {}

  register(work: Work): void {
    this.works.push(work);
  }

  /** The caller holds the lock of the group. */
  async run(groupId: string): Promise<void> {
    this.db.assertWriting();
    for (const work of this.works) await work(groupId);
  }
}
