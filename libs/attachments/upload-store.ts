import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { Database } from '#database/database.js';
import { UploadPartsService } from '#files/upload-parts.service.js';

/** The data store of the tus server. The database row has the total size; the stored parts give the current offset. */
export class UploadStore extends DataStore {
  /** The store calls `whole` when an upload is complete. */
  constructor(
    private readonly db: Database,
    private readonly parts: UploadPartsService,
    private readonly whole: (id: string) => Promise<void>,
  ) {
    super();
    this.extensions = ['creation', 'creation-with-upload'];
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.parts.begin(upload.id);
    return upload;
  }

  override async write(bytes: Readable, id: string, from: number): Promise<number> {
    return this.parts.add(id, from, bytes);
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
    if (state === 'uploading' && offset === size) await this.whole(id);
    return new Upload({ id, size, offset });
  }
}
