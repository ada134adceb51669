import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '#database/database.js';
import { DAY } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { DestructionReceiptsService } from '#retention/destruction-receipts.service.js';
import { Reopening } from './reopening.entity.js';

/** Retention time after the reopening was closed, the same as for application files. */
const FILE_LASTS = 14 * DAY;

/** Destroys a closed reopening as a whole: the withdrawal's text and all opinions. */
@Injectable()
export class ReopeningDataClass {
  constructor(
    private readonly db: Database,
    private readonly receipts: DestructionReceiptsService,
    classes: DataClassesService,
  ) {
    classes.define({
      name: 'reopening',
      owner: DataOwner.vet,
      purpose: DataPurpose.joining,
      lasts: FILE_LASTS,
      seals: ['reopening.words', 'reopening_seat.words'],
      destroy: (before) => this.destroy(before),
    });
  }

  private async destroy(before: Date): Promise<number> {
    const reopenings = this.db.repo(Reopening);
    const due = await reopenings.find({
      where: { closedAt: LessThanOrEqual(before) },
      select: { id: true },
    });
    // The receipt names no member: the audit already informs the member about the reopening.
    const destroyed = due.map(({ id }) => ({ subjectId: id, aboutId: null }));
    await this.receipts.record('reopening', 'Reopening', destroyed);
    if (due.length > 0) await reopenings.delete(due.map(({ id }) => id));
    return due.length;
  }
}
