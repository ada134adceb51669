import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { type AttachmentView, messageAttachmentsSql } from '#attachments/attachment.entity.js';
import { AttachmentsService } from '#attachments/attachments.service.js';
import { Database } from '#database/database.js';
import { FilesService } from '#files/files.service.js';
import type { OpenFile } from '#files/file-storage.js';
import { Conflict, Forbidden, NotFound } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { MessageChangesService } from './message-changes.service.js';
import { Message } from './message.entity.js';

/** An open file with its media type and file name. */
export interface OpenedAttachment {
  readonly opened: OpenFile;
  readonly type: string;
  readonly name: string;
}

interface Kept {
  readonly file: string;
  readonly type: string;
  readonly name: string;
}
interface Described {
  readonly text: string;
  readonly is_author: boolean;
  readonly is_by_reader: boolean;
}

/** Gives access to the files of messages. A viewer can read a file only as long as they can read its message. */
@Injectable()
export class MessageAttachmentsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly files: FilesService,
    private readonly own: AttachmentsService,
    private readonly changes: MessageChangesService,
  ) {}

  /** Throws the same NotFound for a hidden, deleted, unsent or unknown file. */
  async open(viewer: Viewer, id: string, part: string): Promise<OpenedAttachment> {
    const message = await this.messageOf(viewer, id);
    const [kept] = await this.db.query<Kept>(
      'select file, type, name from attachment where id = $1 and message_id = $2',
      [isId(id) ? id : null, message?.id ?? null],
    );
    const isPart = part === 'original' || part === 'thumb';
    const opened = kept && isPart ? await this.files.open(kept.file, part) : undefined;
    if (!kept || !opened) throw new NotFound();
    return part === 'thumb'
      ? { opened, type: 'image/webp', name: 'thumb.webp' }
      : { opened, type: kept.type, name: kept.name };
  }

  /** Returns whether the viewer may still read the file. */
  async isThere(viewer: Viewer, id: string): Promise<boolean> {
    return (await this.messageOf(viewer, id)) !== null;
  }

  /**
   * Sets the description of a file. A reader may set it if the author wrote none. An unsent file can be described by
   * its owner only.
   */
  async describe(viewer: Viewer, id: string, text: string): Promise<AttachmentView> {
    const unsent = isId(id) ? await this.own.describeOwn(viewer, id, text) : null;
    if (unsent) return unsent;
    const message = await this.messageOf(viewer, id);
    if (!message) throw new NotFound();
    const changed = await this.changes.change(viewer, message.id, 'react', async () =>
      this.write(viewer, message.id, id, text),
    );
    const shown = changed.attachments.find((one) => one.id === id);
    if (!shown) throw new Conflict();
    return shown;
  }

  /** Call with the message locked. */
  private async write(viewer: Viewer, messageId: string, id: string, text: string) {
    const [now] = await this.db.query<Described>(
      `select text, account_id = $2 as is_author, described_by_id is not null as is_by_reader
       from attachment where id = $1`,
      [id, viewer.accountId],
    );
    if (!now) throw new Conflict();
    if (now.text === text) return null;
    if (!now.is_author && now.text !== '' && !now.is_by_reader)
      throw new Forbidden('attachment.textIsAuthors');
    const by = now.is_author || text === '' ? null : viewer.accountId;
    await this.db.query('update attachment set text = $2, described_by_id = $3 where id = $1', [
      ...[id, text, by],
    ]);
    const [row] = await this.db.query<{ attachments: AttachmentView[] }>(
      `select ${messageAttachmentsSql('$1')} as attachments`,
      [messageId],
    );
    return { attachments: row!.attachments };
  }

  private messageOf(viewer: Viewer, id: string): Promise<Message | null> {
    return this.access
      .list(Message, viewer)
      .andWhere('it.deleted_at is null')
      .andWhere('it.id = (select f.message_id from attachment f where f.id = :id)', {
        id: isId(id) ? id : null,
      })
      .getOne();
  }
}
