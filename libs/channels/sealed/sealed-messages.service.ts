import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '#database/database.js';
import { NotFound } from '#kernel/errors.js';
import { KeyedBox } from '#kernel/sealing/keyed-box.js';
import type { Viewer } from '#policy/viewer.js';
import type { MessageView } from '../messages/message.entity.js';
import { type MessageViewRow, toMessageView } from '../messages/message-view.js';
import { CaseKey } from './case-key.entity.js';
import { Participation } from './participation.entity.js';

/** Marks a sealed body; the constraint `message_sealed` asks for it. */
const PREFIX = 'sealed:';

/** The columns of a message to which its box is bound. */
export interface SealedMessage {
  readonly channelId: string;
  readonly clientKey: string;
  readonly body: string;
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
  constructor(private readonly db: Database) {}

  /**
   * Whether the channel is a thread that the viewer may read. The viewer knows all of theirs, so that posting in another
   * channel costs no query.
   */
  isThread({ threads }: Viewer, channelId: string): boolean {
    return threads.open.includes(channelId) || threads.ended.includes(channelId);
  }

  /** Encrypts a text of a thread. An empty text stays empty. Throws NotFound if the case was destroyed meanwhile. */
  async seal({ channelId, clientKey, body }: SealedMessage): Promise<string> {
    if (body === '') return '';
    const box = await this.boxOf(channelId);
    const sealed = box.encrypt(bodyOf({ channelId, clientKey }), body);
    return `${PREFIX}${sealed.toString('base64url')}`;
  }

  /** Decrypts bodies of messages of one thread, or their earlier texts. */
  async open<M extends SealedMessage>(messages: readonly M[]): Promise<M[]> {
    const [one] = messages;
    if (!one) return [];
    const box = await this.boxOf(one.channelId);
    return messages.map((message) => ({ ...message, body: openBody(box, message, message.body) }));
  }

  /** Encrypts the name of a person in a case. */
  sealName(key: string, participationId: string, name: string): Buffer {
    return new KeyedBox(key).encrypt(nameOf(participationId), name);
  }

  /** The views of rows, with the texts and names of threads opened. Other rows cost no query. */
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
    const caseIds = [...new Set(participations.map(({ caseId }) => caseId))];
    const keys = await this.db.repo(CaseKey).findBy({ caseId: In(caseIds) });
    const boxes = new Map(keys.map(({ caseId, key }) => [caseId, new KeyedBox(key)]));
    return new Map(
      participations.flatMap(({ id, caseId, name }) => {
        const box = boxes.get(caseId);
        if (!box) return [];
        const authorName = name ? box.decrypt<string>(nameOf(id), name) : '';
        const open = (row: MessageViewRow): MessageView => {
          const view = toMessageView(row);
          const clientKey = row.sealed_as!.slice(id.length + 1);
          const body = openBody(box, { channelId: row.channel_id, clientKey }, row.body);
          return { ...view, body, authorName };
        };
        return [[id, open] as const];
      }),
    );
  }

  private async boxOf(channelId: string): Promise<KeyedBox> {
    const found = await this.db
      .repo(CaseKey)
      .createQueryBuilder('k')
      .where('k.case_id = (select c.case_id from channel c where c.id = :channelId)', { channelId })
      .getOne();
    if (!found) throw new NotFound();
    return new KeyedBox(found.key);
  }
}

const participationIdOf = (row: MessageViewRow): string => row.sealed_as!.split(' ')[0]!;

function openBody(
  box: KeyedBox,
  message: Pick<SealedMessage, 'channelId' | 'clientKey'>,
  body: string,
): string {
  if (body === '') return '';
  const sealed = Buffer.from(body.slice(PREFIX.length), 'base64url');
  return box.decrypt<string>(bodyOf(message), sealed);
}
