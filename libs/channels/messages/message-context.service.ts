import { Injectable } from '@nestjs/common';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Viewer } from '#policy/viewer.js';
import { FormerAllies } from '../conversations/former-allies.service.js';
import { Message } from './message.entity.js';

/** How many messages before and after one are looked at, and how many of them are the nearest. */
const AROUND = 3;
const NEAREST = 2;

/** A message beside another, for whoever chooses what goes along with a report. */
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

  /** Whether it stands before the message. */
  @Field(() => Boolean)
  isBefore!: boolean;

  /** Whether it goes along unless another choice is made. */
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
export class MessageContext {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly former: FormerAllies,
  ) {}

  /** What the viewer reads right around a message in its feed, in order, without the message. Load it through access first. */
  async of(message: Message, viewer: Viewer): Promise<NearMessage[]> {
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

  /** Ids, the nearest first. What stands in other feeds of the channel takes no place. */
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

  /** The accounts behind messages that came from `of`, under a persona too: for rules, never to be shown. */
  async authorsOf(near: readonly NearMessage[]): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      'select distinct account_id as id from message where id = any($1) and account_id is not null',
      [near.map(({ id }) => id)],
    );
    return rows.map((row) => row.id);
  }
}
