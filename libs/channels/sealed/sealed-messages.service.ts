import { Injectable, Logger } from '@nestjs/common';
import { In } from 'typeorm';
import type { AttachmentView } from '#attachments/attachment.entity.js';
import {
  AttachmentBox,
  isSealed,
  SealedAttachmentsService,
  type SealedPlace,
} from '#attachments/sealed-attachments.service.js';
import { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import { Sealer } from '#kernel/sealed-box.js';
import { KeyedBox } from '#kernel/sealing/keyed-box.js';
import type { Viewer } from '#policy/viewer.js';
import type { MessageView } from '../messages/message.entity.js';
import { type MessageViewRow, toMessageView } from '../messages/message-view.js';
import { CaseKey } from './case-key.entity.js';
import { Participation } from './participation.entity.js';
import { ThreadCallbacksService } from './thread-callbacks.service.js';

/** Marks a sealed body; the constraint `message_sealed` asks for it. */
const PREFIX = 'sealed:';

/** The columns of a message to which its box is bound. */
export interface SealedMessage {
  readonly channelId: string;
  readonly clientKey: string;
  readonly body: string;
}

/** Shows a message that was written just now with what is known of it in clear. */
export interface OpenedMessage {
  viewOf(row: MessageViewRow): MessageView;
}

const bodyOf = ({ channelId, clientKey }: Pick<SealedMessage, 'channelId' | 'clientKey'>) =>
  `message.body ${channelId} ${clientKey}`;
const nameOf = (participationId: string) => `participation.name ${participationId}`;

/**
 * Seals the texts of threads with the key of their case, and opens them in memory. `message.body` holds the box as text, so
 * that earlier texts and deleted messages, which are copies of it, are sealed as well.
 */
@Injectable()
export class SealedMessagesService {
  private readonly logger = new Logger('Threads');

  constructor(
    private readonly db: Database,
    private readonly seal: Sealer,
    private readonly callbacks: ThreadCallbacksService,
    files: SealedAttachmentsService,
  ) {
    files.register((channelId) => this.placeOf(channelId));
  }

  /**
   * Whether the channel is a thread that the viewer may read. The viewer knows all of theirs, so that posting in another
   * channel costs no query.
   */
  isThread({ threads }: Viewer, channelId: string): boolean {
    return threads.open.includes(channelId) || threads.ended.includes(channelId);
  }

  /** Call before the viewer gets messages of a channel. If it is a thread, its case may record that, and may refuse. */
  async beforeRead(viewer: Viewer, channelId: string): Promise<void> {
    if (this.isThread(viewer, channelId)) await this.callbacks.read(viewer, channelId);
  }

  /**
   * Encrypts a new text of the account, and returns how its receivers see the message: after COMMIT without a query. Throws
   * NotFound if the case was destroyed meanwhile.
   */
  async sealToPost(
    accountId: string,
    message: SealedMessage,
  ): Promise<{ body: string; opened: OpenedMessage }> {
    const { channelId, body } = message;
    const box = await this.boxOf(channelId);
    const author = await this.db
      .repo(Participation)
      .createQueryBuilder('p')
      .where('p.case_id = (select c.case_id from channel c where c.id = :channelId)', { channelId })
      .andWhere('p.account_id = :accountId and p.ended_at is null', { accountId })
      .getOne();
    const authorName = author ? this.nameIn(box, author) : '';
    const files = new AttachmentBox(box, channelId);
    const viewOf = (row: MessageViewRow): MessageView => {
      return { ...toMessageView(row), body, authorName, attachments: filesIn(files, row) };
    };
    return { body: sealBody(box, message), opened: { viewOf } };
  }

  /** Encrypts a text of a thread. Throws NotFound if the case was destroyed meanwhile. */
  async sealText(message: SealedMessage): Promise<string> {
    return sealBody(await this.boxOf(message.channelId), message);
  }

  /** Decrypts bodies of messages of one thread, or their earlier texts. */
  async open<M extends SealedMessage>(messages: readonly M[]): Promise<M[]> {
    const [one] = messages;
    if (!one) return [];
    const box = await this.boxOf(one.channelId);
    return messages.map((message) => ({ ...message, body: openBody(box, message) }));
  }

  /** Encrypts the name of a person in a case. */
  sealName(key: string, participationId: string, name: string): Buffer {
    return new KeyedBox(key).encrypt(nameOf(participationId), name);
  }

  /** Decrypts the name of a person in a case; empty if it cannot be opened. */
  openName(key: string, participationId: string, name: Buffer): string {
    return this.openOrEmpty(`the name of participation ${participationId}`, () =>
      new KeyedBox(key).decrypt<string>(nameOf(participationId), name),
    );
  }

  /**
   * The views of rows, with the texts and names of threads opened. Other rows cost no query. A text that cannot be opened is
   * empty, so that it does not hide the other messages.
   */
  async viewsOf(rows: readonly MessageViewRow[]): Promise<MessageView[]> {
    const sealed = rows.filter(({ sealed_as: as }) => as !== null);
    if (sealed.length === 0) return rows.map(toMessageView);
    const openers = await this.openersOf(sealed.map(participationIdOf));
    return rows.flatMap((row) => {
      if (row.sealed_as === null) return toMessageView(row);
      // Without an opener the case was destroyed while this ran.
      return openers.get(participationIdOf(row))?.(row) ?? [];
    });
  }

  /** For each participation the function that opens its messages. */
  private async openersOf(ids: readonly string[]) {
    const participations = await this.db.repo(Participation).findBy({ id: In([...new Set(ids)]) });
    const boxes = await this.boxesOf(participations.map(({ caseId }) => caseId));
    return new Map(
      participations.flatMap((participation) => {
        const { id, caseId } = participation;
        const box = boxes.get(caseId);
        if (box === undefined) return [];
        const authorName = this.nameIn(box, participation);
        const open = (row: MessageViewRow): MessageView => {
          const clientKey = row.sealed_as!.slice(id.length + 1);
          const message = { channelId: row.channel_id, clientKey, body: row.body };
          const body = this.openOrEmpty(`message ${row.id}`, () => openBody(box, message));
          const files = box ? filesIn(new AttachmentBox(box, row.channel_id), row) : [];
          return { ...toMessageView(row), body, authorName, attachments: files };
        };
        return [[id, open] as const];
      }),
    );
  }

  /** The box of each case; null if its key cannot be read. Opened here, because TypeORM fails for all rows at once. */
  private async boxesOf(caseIds: readonly string[]): Promise<Map<string, KeyedBox | null>> {
    const keys = await this.db.query<{ case_id: string; key: Buffer }>(
      'select case_id, key from case_key where case_id = any($1)',
      [[...new Set(caseIds)]],
    );
    return new Map(
      keys.map(({ case_id: caseId, key }) => {
        const opened = this.openOrEmpty(`the key of case ${caseId}`, () =>
          this.seal.open<string>(key),
        );
        return [caseId, opened ? new KeyedBox(opened) : null];
      }),
    );
  }

  private nameIn(box: KeyedBox | null, { id, name }: Participation): string {
    if (!name || !box) return '';
    return this.openOrEmpty(`the name of participation ${id}`, () =>
      box.decrypt<string>(nameOf(id), name),
    );
  }

  /** Logs a box that was altered, or sealed with another key, by its id. */
  private openOrEmpty(subject: string, open: () => string): string {
    try {
      return open();
    } catch {
      this.logger.error(`${subject} cannot be opened`);
      return '';
    }
  }

  private async boxOf(channelId: string): Promise<KeyedBox> {
    const found = await this.keyOf(channelId);
    if (!found) throw new NotFound();
    return new KeyedBox(found.key);
  }

  /** Seals and opens the files of a thread. Throws NotFound if the case was destroyed. */
  async filesOf(channelId: string): Promise<AttachmentBox> {
    return new AttachmentBox(await this.boxOf(channelId), channelId);
  }

  /** Null if the case was destroyed. */
  private async placeOf(channelId: string): Promise<SealedPlace | null> {
    const found = await this.keyOf(channelId);
    if (!found) return null;
    const { caseId, key } = found;
    return { caseId, box: new AttachmentBox(new KeyedBox(key), channelId) };
  }

  private keyOf(channelId: string): Promise<CaseKey | null> {
    return this.db
      .repo(CaseKey)
      .createQueryBuilder('k')
      .where('k.case_id = (select c.case_id from channel c where c.id = :channelId)', { channelId })
      .getOne();
  }
}

/** The files of a message of a thread. */
const filesIn = (box: AttachmentBox, { more }: MessageViewRow): AttachmentView[] =>
  (more?.attachments ?? []).map((file) => (isSealed(file) ? box.view(file) : file));

const participationIdOf = (row: MessageViewRow): string => row.sealed_as!.split(' ')[0]!;

/** An empty text stays empty. */
function sealBody(box: KeyedBox, message: SealedMessage): string {
  if (message.body === '') return '';
  return `${PREFIX}${box.encrypt(bodyOf(message), message.body).toString('base64url')}`;
}

/** Throws if the box was altered, or without a key. */
function openBody(box: KeyedBox | null, message: SealedMessage): string {
  if (message.body === '') return '';
  if (!box) throw new Error('the key of the case cannot be read');
  const sealed = Buffer.from(message.body.slice(PREFIX.length), 'base64url');
  return box.decrypt<string>(bodyOf(message), sealed);
}
