import { Injectable } from '@nestjs/common';
import type { ObjectLiteral } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import type { ContentAuthor } from '#introductions/content-author-registry.service.js';
import type { Viewer } from '#policy/viewer.js';
import type { Channel } from '../channel.entity.js';
import { FormerAlliesService } from '../conversations/former-allies.service.js';
import { Message } from './message.entity.js';

/**
 * SQL condition: block `b` collapses the messages of a membership. A block of the account does not collapse its
 * persona, because that would reveal who is behind the persona; only a block of the persona does. It collapses the
 * messages of a former member only if it was made before they left: a later one would tell whose messages they are.
 */
export const isCollapsedByBlockSql = (b: string, membership: string): string =>
  `(${b}.membership_id = ${membership}.id
    or ${b}.blocked_id = ${membership}.account_id and ${membership}.persona_name is null
      and (${membership}.ended_at is null or ${b}.created_at <= ${membership}.ended_at))`;

interface AuthorRow {
  readonly knownAs: string;
  readonly formerName: string | null;
  readonly formerMembershipId: string | null;
  readonly personaId: string | null;
}

/** Finds the author of a message, for blocking and reporting. */
@Injectable()
export class MessageAuthorsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly former: FormerAlliesService,
  ) {}

  async authorOf(row: ObjectLiteral, viewer: Viewer): Promise<ContentAuthor> {
    const former = await this.former.in(viewer, (row as Message).channelId);
    const [author] = await this.db.query<AuthorRow>(
      `select s.author_name as "knownAs", n.name as "formerName", n.membership_id as "formerMembershipId",
           m.id as "personaId" from message_shown s
         left join membership m on m.id = s.membership_id and m.persona_name is not null
         left join membership_name n on s.has_author_left and n.membership_id = s.membership_id
       where s.id = $1`,
      [row['id']],
    );
    return {
      accountId: (row as Message).accountId,
      knownAs: former?.name ?? author?.knownAs ?? '',
      formerName: author?.formerName ?? null,
      formerMembershipId: author?.formerMembershipId ?? null,
      personaId: author?.personaId ?? null,
    };
  }

  /**
   * Returns the current members who wrote in a channel and whom the viewer blocked; the client collapses their messages. A
   * message of a former member contains no author, and says itself whether it is collapsed.
   */
  async blockedIn(
    viewer: Viewer,
    { id: channelId, groupId }: Pick<Channel, 'id' | 'groupId'>,
  ): Promise<string[]> {
    if (!groupId) return [];
    const rows = await this.db.query<{ id: string; isHere: boolean }>(
      `select distinct m.id, m.is_listed or m.role = 'steward' as "isHere" from membership m
         join block b on b.blocker_id = $2 and ${isCollapsedByBlockSql('b', 'm')}
       where m.group_id = $1 and m.ended_at is null`,
      [groupId, viewer.accountId],
    );
    const here = rows.filter(({ isHere }) => isHere).map(({ id }) => id);
    const others = rows.filter(({ isHere }) => !isHere).map(({ id }) => id);
    return [...here, ...(await this.authorsAmong(others, viewer, channelId))];
  }

  /**
   * Keeps only memberships with a message that the viewer may read. Another membership of a member who is not listed would
   * reveal that the person is in the group.
   */
  private async authorsAmong(
    membershipIds: readonly string[],
    viewer: Viewer,
    channelId: string,
  ): Promise<string[]> {
    if (membershipIds.length === 0) return [];
    const rows = await this.access
      .list(Message, viewer)
      .select('distinct it.membership_id', 'id')
      .andWhere('it.channel_id = :channelId', { channelId })
      .andWhere('it.membership_id = any(:membershipIds)', { membershipIds })
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }
}
