import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { Receipt } from './receipt.entity.js';

export interface DestroyedRow {
  readonly subjectId: string;
  /** The account that the data was about. */
  readonly aboutId: string | null;
}

/** Writes and lists proofs of destroyed data. */
@Injectable()
export class DestructionReceiptsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** Writes one receipt per row. Must run in the transaction that destroys the data. */
  async record(
    dataClass: string,
    subjectType: string,
    destroyed: readonly DestroyedRow[],
  ): Promise<void> {
    this.db.assertWriting();
    const destroyedAt = this.clock.now();
    if (destroyed.length === 0) return;
    const receipts = destroyed.map((one) => ({ ...one, dataClass, subjectType, destroyedAt }));
    await this.db.repo(Receipt).insert(receipts);
  }

  /** Like `record`, but writes at most one receipt per row in 24 hours, for data that is destroyed continuously. */
  async recordDaily(
    dataClass: string,
    subjectType: string,
    destroyed: readonly DestroyedRow[],
  ): Promise<void> {
    this.db.assertWriting();
    const ids = destroyed.map(({ subjectId }) => subjectId);
    const told = await this.db.query<{ id: string }>(
      `select subject_id as id from receipt where subject_id = any($1) and data_class = $2
         and destroyed_at > $3`,
      [ids, dataClass, this.clock.in(-DAY)],
    );
    const known = new Set(told.map(({ id }) => id));
    const fresh = destroyed.filter(({ subjectId }) => !known.has(subjectId));
    await this.record(dataClass, subjectType, fresh);
  }

  /** Receipts about the viewer, newest first, at most 50. */
  about(viewer: Viewer): Promise<Receipt[]> {
    return this.access
      .list(Receipt, viewer)
      .andWhere('it.about_id = :me', { me: viewer.accountId })
      .orderBy('it.destroyed_at', 'DESC')
      .addOrderBy('it.id')
      .take(50)
      .getMany();
  }
}
