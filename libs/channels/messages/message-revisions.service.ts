import { Injectable } from '@nestjs/common';
import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { SealedMessagesService } from '../sealed/sealed-messages.service.js';
import { Message } from './message.entity.js';

@ObjectType({ description: 'What a message said before it was edited.' })
export class EarlierText {
  @Field(() => String)
  body!: string;

  @Field(() => GraphQLISODateTime)
  writtenAt!: Date;
}

/** Maximum number of revisions per message; the oldest are deleted. */
const MOST = 50;

/**
 * Earlier texts of an edited message. Everyone who may read the message may read them. They are deleted with its text.
 */
@Injectable()
export class MessageRevisionsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly sealed: SealedMessagesService,
  ) {}

  /** Returns the earlier texts, newest first. */
  async of(viewer: Viewer, messageId: string): Promise<EarlierText[]> {
    const message = await this.access.load(Message, messageId, viewer, 'read');
    const { id, channelId, clientKey } = message;
    await this.sealed.beforeRead(viewer, channelId);
    const texts = await this.db.query<EarlierText>(
      `select body, written_at as "writtenAt" from earlier_text where message_id = $1
       order by version desc limit ${MOST}`,
      [id],
    );
    if (!message.participationId) return texts;
    return this.sealed.open(texts.map((one) => ({ ...one, channelId, clientKey })));
  }

  /** Stores the current text. Call before the edit. */
  async keep({ id, version, body, editedAt, createdAt }: Message): Promise<void> {
    this.db.assertWriting();
    await this.db.query(
      'insert into earlier_text (message_id, version, body, written_at) values ($1, $2, $3, $4)',
      [id, version, body, editedAt ?? createdAt],
    );
    await this.db.query(
      `delete from earlier_text where message_id = $1 and version not in (
         select version from earlier_text where message_id = $1 order by version desc limit ${MOST})`,
      [id],
    );
  }

  async forget(messageId: string): Promise<void> {
    await this.db.query('delete from earlier_text where message_id = $1', [messageId]);
  }
}
