import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '#database/database.js';
import { DAY } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClasses } from '#retention/data-classes.service.js';
import { ReceiptsService } from '#retention/receipts.service.js';
import { Reopening } from './reopening.entity.js';

/** As long as any other file, from when it was closed. */
const FILE_LASTS = 14 * DAY;

/** A reopening goes as a whole: what was said with the withdrawal, and what was thought of it. */
@Injectable()
export class ReopeningDataClass {
  constructor(
    private readonly db: Database,
    private readonly receipts: ReceiptsService,
    classes: DataClasses,
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
    // About nobody: of a review that opened again its member is told by the audit alone.
    const destroyed = due.map(({ id }) => ({ subjectId: id, aboutId: null }));
    await this.receipts.record('reopening', 'Reopening', destroyed);
    if (due.length > 0) await reopenings.delete(due.map(({ id }) => id));
    return due.length;
  }
}
