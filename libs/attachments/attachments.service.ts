import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { safeFileName } from '#files/file-name.js';
import { FilesService } from '#files/files.service.js';
import { UploadPartsService } from '#files/upload-parts.service.js';
import { MAX_FILE_BYTES } from '#cleaning/cleaned-file.js';
import { Clock } from '#kernel/clock.js';
import { Forbidden, Invalid, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import {
  AttachmentKind,
  type AttachmentView,
  attachmentJsonSql,
  NO_DETAILS,
  type StoredAttachment,
} from './attachment.entity.js';
import { SealedAttachmentsService } from './sealed-attachments.service.js';
import { UploadQuotas } from './upload-quotas.js';

/** Properties of a file that the sender declares before the upload. */
export interface AnnouncedUpload {
  readonly id: string;
  readonly bytes: number;
  readonly name: string;
  readonly type: string;
  /** The thread of a case to which the file will be sent; null for any other channel. */
  readonly channelId: string | null;
}

interface UnsentFile {
  readonly channel_id: string | null;
  readonly shown: StoredAttachment;
}

/** SQL of whether the viewer, an account ($2) with its standing ($3) and threads ($4), may still send the unsent file `f`. */
const IS_OWN = `f.id = $1 and f.account_id = $2 and f.message_id is null
  and case when f.channel_id is null then $3 = 'member' else f.channel_id = any($4) end`;
const ownFile = ({ accountId, standing, threads }: Viewer, id: string) => [
  ...[isId(id) ? id : null, accountId, standing, threads.open],
];

/**
 * Manages unsent files. Only the owner of a file can access it; for other accounts the file does not exist. In a thread
 * of a case also the owner can access it only while they may write there.
 */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly quotas: UploadQuotas,
    private readonly files: FilesService,
    private readonly parts: UploadPartsService,
    private readonly sealed: SealedAttachmentsService,
  ) {
    files.usedBy('select file as name from attachment where file is not null');
  }

  /** Throws NotFound for a thread in which the viewer may not write. */
  async announce(viewer: Viewer, { channelId, ...upload }: AnnouncedUpload): Promise<void> {
    const { accountId } = viewer;
    const { id, bytes } = upload;
    if (!maySend(viewer, channelId))
      throw channelId === null ? new Forbidden('door.notForYou') : new NotFound();
    const kind = kindOf(upload.type);
    if (bytes === 0) throw new Invalid('upload.broken');
    if (bytes > MAX_FILE_BYTES[kind]) throw new Invalid('upload.fileTooLarge');
    const place = channelId === null ? null : await this.sealed.placeOf(channelId);
    // A guest has one case, under which the uploads count also after another device made another guest of it.
    const isGuest = viewer.standing === 'guest';
    await this.quotas.take(accountId, bytes, place && isGuest ? place.caseId : accountId);
    const name = keptName(kind, upload.name);
    const sealed = place ? place.box.sealDetails(id, { ...NO_DETAILS, name }) : null;
    await this.db.write(async () => {
      await this.quotas.holdRoom(accountId);
      await this.db.query(
        `insert into attachment (id, account_id, state, kind, name, type, bytes, length, created_at, channel_id, sealed)
         values ($1, $2, 'uploading', $3, $4, '', $5, $5, $6, $7, $8)`,
        [id, accountId, kind, sealed ? '' : name, bytes, this.clock.now(), channelId, sealed],
      );
    });
  }

  /** Returns the thread of an unsent file of the viewer, or null for any other channel. Throws NotFound for other ids. */
  async threadOfOwn(viewer: Viewer, id: string): Promise<string | null> {
    const [row] = await this.db.query<Pick<UnsentFile, 'channel_id'>>(
      `select f.channel_id from attachment f where ${IS_OWN}`,
      ownFile(viewer, id),
    );
    if (!row) throw new NotFound();
    return row.channel_id;
  }

  async own(viewer: Viewer, id: string): Promise<AttachmentView> {
    const [row] = await this.db.query<UnsentFile>(
      `select f.channel_id, ${attachmentJsonSql('f')} as shown from attachment f where ${IS_OWN}`,
      ownFile(viewer, id),
    );
    if (!row) throw new NotFound();
    return this.sealed.view(row.channel_id, row.shown);
  }

  /** Sets the description of an unsent file. Returns null if the id does not belong to an unsent file of the viewer. */
  async describeOwn(viewer: Viewer, id: string, text: string): Promise<AttachmentView | null> {
    return this.db.write(async () => {
      const [found] = await this.db.query<{ channel_id: string | null; sealed: Buffer | null }>(
        `select f.channel_id, f.sealed from attachment f where ${IS_OWN} for update`,
        ownFile(viewer, id),
      );
      if (!found) return null;
      const { channel_id: channelId, sealed: before } = found;
      const box = channelId === null ? null : await this.sealed.boxOf(channelId);
      const sealed = box && before && box.sealDetails(id, { ...box.openDetails(id, before), text });
      const [row] = await this.db.query<{ shown: StoredAttachment }>(
        `update attachment f set text = $2, sealed = $3 where f.id = $1
         returning ${attachmentJsonSql('f')} as shown`,
        [id, sealed ? '' : text, sealed],
      );
      return this.sealed.view(channelId, row!.shown);
    });
  }

  /** Deletes an unsent file. */
  async discard(viewer: Viewer, id: string): Promise<void> {
    const gone = await this.db.query<{ file: string | null }>(
      `with gone as (delete from attachment f where ${IS_OWN} returning f.file) select file from gone`,
      ownFile(viewer, id),
    );
    if (gone.length === 0) throw new NotFound();
    await this.parts.remove(id);
    const file = gone[0]!.file;
    if (file) await this.files.destroy(file);
  }
}

/** In a thread of a case those who may write there send files, elsewhere members. */
export const maySend = ({ standing, threads }: Viewer, channelId: string | null): boolean =>
  channelId === null ? standing === 'member' : threads.open.includes(channelId);

/** Keeps the names of documents only: cameras and recorders put times, devices or names of people into file names. */
const keptName = (kind: AttachmentKind, name: string): string =>
  safeFileName(kind === AttachmentKind.document ? name : '', 'bin');

function kindOf(type: string): AttachmentKind {
  if (type.startsWith('image/')) return AttachmentKind.image;
  return /^(audio|video)\//.test(type) ? AttachmentKind.voice : AttachmentKind.document;
}
