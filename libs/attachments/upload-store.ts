import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { Database } from '#database/database.js';
import { Parts } from '#files/parts.service.js';

/** Where the protocol keeps what comes in: the row says how long it will be, the parts how far it is. */
export class UploadStore extends DataStore {
  /** `whole` is told of one that is all there. */
  constructor(
    private readonly db: Database,
    private readonly parts: Parts,
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

  /** What is whole stays known to its sender, who may have missed the answer; so may the process that took it in. */
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
