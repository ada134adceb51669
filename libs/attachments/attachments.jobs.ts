import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { UploadPartsService } from '#files/upload-parts.service.js';
import { Clock, DAY } from '#kernel/clock.js';
import { DataOwner, DataPurpose } from '#retention/data-class.view.js';
import { DataClassesService } from '#retention/data-classes.service.js';
import { UploadSanitiser } from './sanitise-upload.js';

/** Deletes unsent files and their data after a day, and resumes interrupted work. */
@Injectable()
export class AttachmentsJobs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly parts: UploadPartsService,
    private readonly makeSafe: UploadSanitiser,
    classes: DataClassesService,
  ) {
    classes.define({
      name: 'unsentFile',
      owner: DataOwner.person,
      purpose: DataPurpose.ownUse,
      lasts: DAY,
      destroy: (before) => this.forget(before),
    });
  }

  /** Resumes the work of a process that crashed or was stopped. */
  @Job({ name: 'attachments.goOn', cron: '* * * * *' })
  async goOn(): Promise<void> {
    for (const id of await this.wholeOnes()) await this.makeSafe.begin(id);
    // Starts at most as many files as are sanitised at once. Do not await the work, because other jobs would wait as
    // well.
    const left = await this.db.query<{ id: string }>(
      `with taken as (
         update attachment set updated_at = clock_timestamp() where id in (
           select id from attachment where message_id is null and state = 'checking'
             and updated_at < clock_timestamp() - interval '2 minutes'
           order by updated_at limit 2 for update skip locked)
         returning id)
       select id from taken`,
    );
    for (const { id } of left) void this.makeSafe.goOn(id);
  }

  @Job({ name: 'attachments.sweep', destroys: true, cron: '40 * * * *' })
  async sweep(): Promise<void> {
    await this.forget(this.clock.in(-DAY));
    // List the parts before the rows. Each row is created before its parts, so an upload that starts in between is not
    // deleted.
    const there = await this.parts.all();
    const rows = await this.db.query<{ id: string }>(
      `select id from attachment where id = any($1) and message_id is null and state in ('uploading', 'checking')`,
      [there],
    );
    const awaited = new Set(rows.map(({ id }) => id));
    for (const id of there) if (!awaited.has(id)) await this.parts.remove(id);
  }

  /** Returns uploads that are complete, but whose process ended before it could mark them as complete. */
  private async wholeOnes(): Promise<string[]> {
    const rows = await this.db.query<{ id: string; length: number }>(
      `select id, length from attachment where message_id is null and state = 'uploading'
         and updated_at < clock_timestamp() - interval '2 minutes'`,
    );
    const sizes = await Promise.all(rows.map(({ id }) => this.parts.sizeOf(id)));
    return rows.filter(({ length }, at) => sizes[at] === length).map(({ id }) => id);
  }

  private async forget(before: Date): Promise<number> {
    const gone = await this.db.query(
      `with gone as (delete from attachment where message_id is null and created_at < $1 returning 1)
       select 1 from gone`,
      [before],
    );
    return gone.length;
  }
}
