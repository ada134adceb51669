import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import type { Viewer } from '#policy/viewer.js';
import { type LastMessageJson, lastMessageJoin, toLastMessage } from './last-message-sql.js';
import type { LastMessage } from './last-message.view.js';
import { type ChannelLevel, notificationLevelSql } from './notification-levels.service.js';
import { topicReadPositionSql } from '../topics/topic-reading-positions.service.js';
import type { Channel } from '../channel.entity.js';

/** A viewer's reading position in a channel, and the identity under which they write in it. */
export interface ReadingPosition {
  readonly readSeq: number;
  /** Unread messages of other authors in the general feed, at most 100. */
  readonly generalUnreadCount: number;
  /** Unread messages of other authors in the general feed and all topics, at most 100. */
  readonly unreadCount: number;
  readonly level: ChannelLevel;
  /** The viewer's author id: a membership in a group, a profile in a conversation, a participation in a thread. */
  readonly meId: string;
  /** Profile id and name of the ally in a conversation; null in a group. */
  readonly allyId: string | null;
  readonly allyName: string | null;
}

type ReadingRow = ReadingPosition & { readonly id: string; readonly last?: LastMessageJson | null };

/** One reading position to look up in a batch. */
interface Question {
  readonly channelId: string;
  readonly wantsLast: boolean;
}

/** SQL of the reading positions, with additional columns and joins. */
const text = (more = '', joins = ''): string => `
  select c.id, place.read_seq as "readSeq", general.count as "generalUnreadCount",
    ${notificationLevelSql('r', 'c')} as level,
    least(100, general.count + (select count(*)::int from (
      select 1 from topic t
        left join topic_reader tr on tr.topic_id = t.id and tr.account_id = $1
        cross join lateral (
          select 1 from message m where m.topic_id = t.id and m.deleted_at is null and m.expires_at > $3
            and m.seq > ${topicReadPositionSql} and m.account_id is distinct from $1 limit 100) said
      where t.channel_id = c.id limit 100) u)) as "unreadCount",
    coalesce(s.id, mine.id, case when c.case_id is not null then (select p.id from participation p
      where p.case_id = c.case_id and p.account_id = $1 and p.ended_at is null) end) as "meId", other.id as "allyId", f.text as "allyName"${more}
  from channel c
    join channel_reader r on r.channel_id = c.id and r.account_id = $1
    cross join lateral (select greatest(r.read_version, r.joined_version) as read_seq) place
    cross join lateral (select count(*)::int as count from (
      select 1 from message m where m.channel_id = c.id and m.topic_id is null and m.deleted_at is null
        and m.expires_at > $3 and m.seq > place.read_seq and m.account_id is distinct from $1 limit 100) u) general
    left join membership s on s.group_id = c.group_id and s.account_id = $1 and s.ended_at is null
    left join profile mine on c.alliance_id is not null and mine.account_id = $1
    left join ally y on y.alliance_id = c.alliance_id and y.account_id = $1
    left join profile other on other.account_id = y.other_id
    left join profile_field f on f.account_id = y.other_id and f.kind = 'name'${joins}
  where c.id = any($2)`;
const TEXT = text();

@Injectable()
export class ReadingPositionsService {
  private readonly loaders = new PerViewerCache<DataLoader<Question, ReadingRow, string>>();

  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
  ) {}

  /** Returns the viewer's position in a channel. Batched. */
  of(viewer: Viewer, { id: channelId }: Permitted<Channel>): Promise<ReadingPosition> {
    return this.loader(viewer).load({ channelId, wantsLast: false });
  }

  /**
   * Returns the last message of the channel that the viewer may read. Batched with `of`; a batch that needs only
   * positions omits this part of the query.
   */
  async lastMessage(
    viewer: Viewer,
    { id: channelId }: Permitted<Channel>,
  ): Promise<LastMessage | null> {
    const { last = null } = await this.loader(viewer).load({ channelId, wantsLast: true });
    return toLastMessage(last);
  }

  private loader(viewer: Viewer) {
    const batch = async (questions: readonly Question[]) => {
      const rows = await this.ask(viewer, questions);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return questions.map(
        ({ channelId }) =>
          byId.get(channelId) ??
          new Error(`channel ${channelId} has no reader row for this viewer`),
      );
    };
    return this.loaders.of(viewer, () => new DataLoader(batch, { cache: false }));
  }

  private ask(viewer: Viewer, questions: readonly Question[]): Promise<ReadingRow[]> {
    const ids = [...new Set(questions.map(({ channelId }) => channelId))];
    const values: unknown[] = [viewer.accountId, ids, viewer.at];
    if (!questions.some(({ wantsLast }) => wantsLast))
      return this.db.named('channel-reading', TEXT, values);
    const bind = (value: unknown) => `$${values.push(value)}`;
    const mayRead = this.access.condition(viewer, 'read', 'Message', { alias: 's', bind });
    return this.db.prepared(text(', last.it as last', lastMessageJoin(mayRead)), values);
  }
}
