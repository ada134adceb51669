import { Injectable } from '@nestjs/common';
import type { ObjectLiteral } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { Author } from '#introductions/authors.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { Channel } from './channel.entity.js';
import { Message } from './message.entity.js';

/** How many messages before and after a reported one go with it. */
const NEAREST = 2;

interface Said {
  id: string;
  author_name: string;
  body: string;
}

/** Who stands behind a message, and what stands around it, for blocking and reporting. */
@Injectable()
export class MessageAuthorsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
  ) {}

  async authorOf(row: ObjectLiteral): Promise<Author> {
    const [author] = await this.db.query<{ known_as: string; persona_id: string | null }>(
      `select s.author_name as known_as, m.id as persona_id from message_shown s
         left join membership m on m.id = $2 and m.persona_name is not null where s.id = $1`,
      [row['id'], row['membershipId']],
    );
    return {
      accountId: (row as Message).accountId,
      knownAs: author?.known_as ?? '',
      personaId: author?.persona_id ?? null,
    };
  }

  /** The messages around this one that the viewer can read too, each a line "name: text". */
  async contextOf(row: ObjectLiteral, viewer: Viewer): Promise<string> {
    const { id, channelId, seq } = row as Message;
    const near = await this.access
      .list(Message, viewer)
      .andWhere('it.channel_id = :channelId and it.deleted_at is null', { channelId })
      .andWhere('it.seq between :from and :to', { from: seq - NEAREST, to: seq + NEAREST })
      .andWhere('it.id <> :id', { id })
      .getMany();
    const said = await this.db.query<Said>(
      'select id, author_name, body from message_shown where id = any($1) order by seq',
      [near.map((message) => message.id)],
    );
    return said.map(({ author_name: name, body }) => `${name}: ${body}`).join('\n');
  }

  /**
   * The authors in a channel whom the viewer blocked, for their own screen to fold. A persona is never among them: that
   * would tell whose it is.
   */
  async blockedIn(viewer: Viewer, { groupId }: Pick<Channel, 'groupId'>): Promise<string[]> {
    if (!groupId) return [];
    const rows = await this.db.query<{ id: string }>(
      `select m.id from membership m join block b on b.blocked_id = m.account_id
       where m.group_id = $1 and b.blocker_id = $2 and m.persona_name is null`,
      [groupId, viewer.accountId],
    );
    return rows.map((row) => row.id);
  }
}
