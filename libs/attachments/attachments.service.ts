import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { safeFileName } from '#files/file-name.js';
import { FilesService } from '#files/files.service.js';
import { UploadPartsService } from '#files/upload-parts.service.js';
import { MAX_FILE_BYTES } from '#cleaning/cleaned-file.js';
import { Clock } from '#kernel/clock.js';
import { Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { AttachmentKind, type AttachmentView, attachmentJsonSql } from './attachment.entity.js';
import { UploadQuotas } from './upload-quotas.js';

/** Properties of a file that the sender declares before the upload. */
export interface AnnouncedUpload {
  readonly id: string;
  readonly bytes: number;
  readonly name: string;
  readonly type: string;
}

/** Manages unsent files. Only the owner of a file can access it; for other accounts the file does not exist. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly quotas: UploadQuotas,
    private readonly files: FilesService,
    private readonly parts: UploadPartsService,
  ) {
    files.usedBy('select file as name from attachment where file is not null');
  }

  async announce({ accountId }: Viewer, { id, bytes, name, type }: AnnouncedUpload): Promise<void> {
    const kind = kindOf(type);
    if (bytes === 0) throw new Invalid('upload.broken');
    if (bytes > MAX_FILE_BYTES[kind]) throw new Invalid('upload.fileTooLarge');
    await this.quotas.take(accountId, bytes);
    await this.db.write(async () => {
      await this.quotas.holdRoom(accountId);
      await this.db.query(
        `insert into attachment (id, account_id, state, kind, name, type, bytes, length, created_at)
         values ($1, $2, 'uploading', $3, $4, '', $5, $5, $6)`,
        [id, accountId, kind, keptName(kind, name), bytes, this.clock.now()],
      );
    });
  }

  /** Whether the id belongs to an unsent file of the viewer. */
  async isOwn({ accountId }: Viewer, id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const rows = await this.db.query(
      'select 1 from attachment where id = $1 and account_id = $2 and message_id is null',
      [id, accountId],
    );
    return rows.length > 0;
  }

  async own({ accountId }: Viewer, id: string): Promise<AttachmentView> {
    const [row] = await this.db.query<{ shown: AttachmentView }>(
      `select ${attachmentJsonSql('f')} as shown from attachment f
       where f.id = $1 and f.account_id = $2 and f.message_id is null`,
      [isId(id) ? id : null, accountId],
    );
    if (!row) throw new NotFound();
    return row.shown;
  }

  /** Sets the description of an unsent file. Returns null if the id does not belong to an unsent file of the viewer. */
  async describeOwn({ accountId }: Viewer, id: string, text: string) {
    const [row] = await this.db.query<{ shown: AttachmentView }>(
      `update attachment f set text = $3 where f.id = $1 and f.account_id = $2 and f.message_id is null
       returning ${attachmentJsonSql('f')} as shown`,
      [id, accountId, text],
    );
    return row?.shown ?? null;
  }

  /** Deletes an unsent file. */
  async discard({ accountId }: Viewer, id: string): Promise<void> {
    const gone = await this.db.query<{ file: string | null }>(
      `with gone as (delete from attachment where id = $1 and account_id = $2 and message_id is null
         returning file) select file from gone`,
      [isId(id) ? id : null, accountId],
    );
    if (gone.length === 0) throw new NotFound();
    await this.parts.remove(id);
    const file = gone[0]!.file;
    if (file) await this.files.destroy(file);
  }
}

/** Keeps the names of documents only: cameras and recorders put times, devices or names of people into file names. */
const keptName = (kind: AttachmentKind, name: string): string =>
  safeFileName(kind === AttachmentKind.document ? name : '', 'bin');

function kindOf(type: string): AttachmentKind {
  if (type.startsWith('image/')) return AttachmentKind.image;
  return /^(audio|video)\//.test(type) ? AttachmentKind.voice : AttachmentKind.document;
}
