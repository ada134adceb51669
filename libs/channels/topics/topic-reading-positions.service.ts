import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import type { Permitted } from '#access/permitted.js';
import { Database } from '#database/database.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import type { Viewer } from '#policy/viewer.js';
import type { Topic } from './topic.entity.js';

/** A viewer's reading position in a topic. */
export interface TopicReadingPosition {
  readonly readSeq: number;
  /** Unread messages of other authors, at most 100. */
  readonly unreadCount: number;
  /** Time of the last message that the viewer may read. */
  readonly lastMessageAt: Date | null;
}

/**
 * SQL of the number after which topic `t` is unread for reader `r` of its channel; `tr` is the reader's position in the
 * topic, or null.
 */
export const topicReadPositionSql =
  'greatest(coalesce(tr.read_version, r.arrived_version), r.joined_version)';

const TEXT = `
  select t.id, place.read_seq as "readSeq",
    (select count(*)::int from (
      select 1 from message m where m.topic_id = t.id and m.deleted_at is null
        and m.expires_at > $3 and m.seq > place.read_seq and m.account_id is distinct from $1 limit 100) u
    ) as "unreadCount",
    (select m.created_at from message m where m.topic_id = t.id and m.seq > r.joined_version
        and m.expires_at > $3
      order by m.seq desc limit 1) as "lastMessageAt"
  from topic t
    join channel_reader r on r.channel_id = t.channel_id and r.account_id = $1
    left join topic_reader tr on tr.topic_id = t.id and tr.account_id = $1
    cross join lateral (select ${topicReadPositionSql} as read_seq) place
  where t.id = any($2)`;

@Injectable()
export class TopicReadingPositionsService {
  private readonly loaders = new PerViewerCache<DataLoader<string, TopicReadingPosition>>();

  constructor(private readonly db: Database) {}

  /** Returns the viewer's position in a topic. Batched. */
  of(viewer: Viewer, { id: topicId }: Permitted<Topic>): Promise<TopicReadingPosition> {
    return this.loaders.of(viewer, () => this.loaderFor(viewer)).load(topicId);
  }

  /** Marks messages up to `seq` as read. The mark never moves back. */
  async markRead({ accountId }: Viewer, topicId: string, seq: number): Promise<void> {
    await this.db.query(
      `insert into topic_reader (topic_id, account_id, read_version)
         select t.id, $2, greatest(r.arrived_version, least($3::int, c.last_version))
         from topic t join channel c on c.id = t.channel_id
           join channel_reader r on r.channel_id = c.id and r.account_id = $2
         where t.id = $1
       on conflict (topic_id, account_id) do update
         set read_version = greatest(topic_reader.read_version, excluded.read_version)`,
      [topicId, accountId, seq],
    );
  }

  /** Marks messages from `seq` on as unread. */
  async markUnread({ accountId }: Viewer, topicId: string, seq: number): Promise<void> {
    await this.db.query(
      `insert into topic_reader (topic_id, account_id, read_version)
         select t.id, $2, least(r.arrived_version, $3::int - 1)
         from topic t join channel_reader r on r.channel_id = t.channel_id and r.account_id = $2
         where t.id = $1
       on conflict (topic_id, account_id) do update
         set read_version = least(topic_reader.read_version, $3::int - 1)`,
      [topicId, accountId, seq],
    );
  }

  private loaderFor(viewer: Viewer): DataLoader<string, TopicReadingPosition> {
    const batch = async (ids: readonly string[]) => {
      const rows = await this.db.named<TopicReadingPosition & { id: string }>(
        'topic-reading',
        TEXT,
        [viewer.accountId, ids, viewer.at],
      );
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map(
        (id) => byId.get(id) ?? new Error(`topic ${id} has no reader row for this viewer`),
      );
    };
    return new DataLoader(batch, { cache: false });
  }
}
