import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { Database } from '#database/database.js';
import { UploadPartsService } from '#files/upload-parts.service.js';
import { UploadSanitiser } from './sanitise-upload.js';
import { SealedAttachmentsService } from './sealed-attachments.service.js';

/** The data store of the tus server. The database row has the total size; the stored parts give the current offset. */
@Injectable()
export class UploadStore extends DataStore {
  constructor(
    private readonly db: Database,
    private readonly parts: UploadPartsService,
    private readonly sealed: SealedAttachmentsService,
    private readonly sanitiser: UploadSanitiser,
  ) {
    super();
    this.extensions = ['creation', 'creation-with-upload'];
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.parts.begin(upload.id);
    return upload;
  }

  override async write(bytes: Readable, id: string, from: number): Promise<number> {
    return this.parts.add(id, from, bytes, await this.keyOf(id));
  }

  /**
   * Returns the state of an upload. A completed upload stays visible to its sender, who may have missed the answer.
   * Marks the upload as complete if the process ended before it could do so.
   */
  override async getUpload(id: string): Promise<Upload> {
    const [row] = await this.db.query<{ size: number; state: string }>(
      `select coalesce(length, bytes) as size, state from attachment where id = $1 and message_id is null`,
      [id],
    );
    if (!row) throw ERRORS.FILE_NOT_FOUND;
    const { size, state } = row;
    const offset = state === 'uploading' ? await this.parts.sizeOf(id) : size;
    if (offset === undefined) throw ERRORS.FILE_NOT_FOUND;
    if (state === 'uploading' && offset === size) await this.sanitiser.begin(id);
    return new Upload({ id, size, offset });
  }

  /** The key of the bytes of a file of a thread; undefined for any other file. */
  private async keyOf(id: string): Promise<Buffer | undefined> {
    const [row] = await this.db.query<{ channel_id: string | null }>(
      'select channel_id from attachment where id = $1',
      [id],
    );
    if (!row) throw ERRORS.FILE_NOT_FOUND;
    if (row.channel_id === null) return undefined;
    return (await this.sealed.boxOf(row.channel_id)).uploadKey;
  }
}
