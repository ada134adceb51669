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
import { SealedMessagesService } from '../sealed/sealed-messages.service.js';
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
  /** A box with type and name; null outside of threads. */
  readonly sealed: Buffer | null;
}
interface Description {
  readonly id: string;
  readonly text: string;
}
interface KeptPart extends Kept {
  readonly id: string;
  readonly part: string;
}
interface Described {
  readonly text: string;
  readonly sealed: Buffer | null;
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
    private readonly threads: SealedMessagesService,
  ) {}

  /** Throws the same NotFound for a hidden, deleted, unsent or unknown file. */
  async open(viewer: Viewer, id: string, part: string): Promise<OpenedAttachment> {
    const message = await this.messageOf(viewer, id);
    const [kept] = await this.db.query<Kept>(
      'select file, type, name, sealed from attachment where id = $1 and message_id = $2',
      [isId(id) ? id : null, message?.id ?? null],
    );
    if (!message || !kept || (part !== 'original' && part !== 'thumb')) throw new NotFound();
    const { type, name, opened } = kept.sealed
      ? await this.openSealed(viewer, message.channelId, { id, part, ...kept })
      : { ...kept, opened: await this.files.open(kept.file, part) };
    if (!opened) throw new NotFound();
    return part === 'thumb'
      ? { opened, type: 'image/webp', name: 'thumb.webp' }
      : { opened, type, name };
  }

  /** Opens a file of a thread, which counts as reading the thread. */
  private async openSealed(viewer: Viewer, channelId: string, kept: KeptPart) {
    await this.threads.beforeRead(viewer, channelId);
    const box = await this.threads.filesOf(channelId);
    const { id, part, file } = kept;
    const { type, name } = box.openDetails(id, kept.sealed!);
    return { type, name, opened: await this.files.openSealed(file, part, box.fileOf(id, part)) };
  }

  /** Returns whether the viewer may still read the file. */
  async isThere(viewer: Viewer, id: string): Promise<boolean> {
    return (await this.messageOf(viewer, id)) !== null;
  }

  /**
   * Sets the description of a file. A reader may set it if the author wrote none; in a thread only the author may, as long
   * as they may edit the message. An unsent file can be described by its owner only.
   */
  async describe(viewer: Viewer, id: string, text: string): Promise<AttachmentView> {
    const unsent = isId(id) ? await this.own.describeOwn(viewer, id, text) : null;
    if (unsent) return unsent;
    const message = await this.messageOf(viewer, id);
    if (!message) throw new NotFound();
    const action = message.participationId ? 'edit' : 'react';
    const changed = await this.changes.change(viewer, message.id, action, async () =>
      this.write(viewer, message, { id, text }),
    );
    const shown = changed.attachments.find((one) => one.id === id);
    if (!shown) throw new Conflict();
    return shown;
  }

  /** Call with the message locked. */
  private async write(viewer: Viewer, message: Message, { id, text }: Description) {
    const [now] = await this.db.query<Described>(
      `select text, sealed, account_id = $2 as is_author, described_by_id is not null as is_by_reader
       from attachment where id = $1`,
      [id, viewer.accountId],
    );
    if (!now) throw new Conflict();
    if (now.sealed) await this.seal(message.channelId, now.sealed, { id, text });
    else if (now.text === text) return null;
    else await this.writeText(viewer, now, { id, text });
    const [row] = await this.db.query<{ attachments: AttachmentView[] }>(
      `select ${messageAttachmentsSql('$1')} as attachments`,
      [message.id],
    );
    return { attachments: row!.attachments };
  }

  private async seal(channelId: string, before: Buffer, { id, text }: Description): Promise<void> {
    const box = await this.threads.filesOf(channelId);
    const sealed = box.sealDetails(id, { ...box.openDetails(id, before), text });
    await this.db.query('update attachment set sealed = $2 where id = $1', [id, sealed]);
  }

  private async writeText(viewer: Viewer, now: Described, { id, text }: Description) {
    if (!now.is_author && now.text !== '' && !now.is_by_reader)
      throw new Forbidden('attachment.textIsAuthors');
    const by = now.is_author || text === '' ? null : viewer.accountId;
    await this.db.query('update attachment set text = $2, described_by_id = $3 where id = $1', [
      ...[id, text, by],
    ]);
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
