import { Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { FormerAlliesService } from '../conversations/former-allies.service.js';
import { Message } from './message.entity.js';

/** Number of messages read before and after the reported one, and how many of them count as nearest. */
const AROUND = 3;
const NEAREST = 2;

/** A message next to a reported one, which the reporter can include in the report. */
@ObjectType()
export class NearMessage {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  authorName!: string;

  @Field(() => String)
  body!: string;

  @Field(() => [String])
  fileNames!: string[];

  /** Whether this message precedes the reported one. */
  @Field(() => Boolean)
  isBefore!: boolean;

  /** Whether the report includes this message by default. */
  @Field(() => Boolean)
  isNearest!: boolean;
}

interface Said {
  readonly id: string;
  readonly seq: string;
  readonly authorId: string | null;
  readonly authorName: string;
  readonly body: string;
  readonly fileNames: string[];
}

@Injectable()
export class MessageContextService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly former: FormerAlliesService,
  ) {}

  /**
   * Returns the messages around `message` in the same feed that the viewer may read, in order and without `message`
   * itself.
   */
  async of(message: Permitted<Message, 'report'>, viewer: Viewer): Promise<NearMessage[]> {
    const before = await this.beside(message, viewer, 'before');
    const after = await this.beside(message, viewer, 'after');
    const said = await this.db.query<Said>(
      `select id, seq, author_id as "authorId", author_name as "authorName", body,
         array(select f->>'name' from jsonb_array_elements(attachments) f) as "fileNames"
       from message_shown where id = any($1) order by seq`,
      [[...before, ...after]],
    );
    const signed = await this.former.signed(viewer, message.channelId, said);
    const nearest = new Set([...before.slice(0, NEAREST), ...after.slice(0, NEAREST)]);
    return signed.map(({ seq, authorId: _author, ...one }) => {
      return { ...one, isBefore: Number(seq) < message.seq, isNearest: nearest.has(one.id) };
    });
  }

  /** Returns the ids of messages in the same feed, the nearest first. */
  private async beside(
    { channelId, topicId, seq }: Message,
    viewer: Viewer,
    side: 'before' | 'after',
  ): Promise<string[]> {
    const [beyond, order] = side === 'before' ? (['<', 'DESC'] as const) : (['>', 'ASC'] as const);
    const near = await this.access
      .list(Message, viewer)
      .andWhere('it.channel_id = :channelId', { channelId })
      .andWhere('it.deleted_at is null and it.retention is null')
      .andWhere(topicId ? 'it.topic_id = :topicId' : 'it.topic_id is null', { topicId })
      .andWhere(`it.seq ${beyond} :seq`, { seq })
      .orderBy('it.seq', order)
      .limit(AROUND)
      .getMany();
    return near.map(({ id }) => id);
  }

  /** Returns the accounts of the authors, even behind a persona. Use the result for rules only; never show it. */
  async authorsOf(near: readonly NearMessage[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      'select distinct account_id as id from message where id = any($1) and account_id is not null',
      [near.map(({ id }) => id)],
    );
    return rows.map((row) => row.id);
  }
}
