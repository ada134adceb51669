import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { PerViewer } from '#policy/engine/per-viewer.js';
import type { Viewer } from '#policy/viewer.js';
import { type ChannelLevel, levelSql } from './levels.service.js';
import { topicReadFrom } from '../topics/topic-reading.service.js';

/** How far one viewer has read in a channel, and as whom they speak there. */
export interface Reading {
  readonly readSeq: number;
  /** Others' messages of the general feed after it, 100 at most. */
  readonly generalUnreadCount: number;
  /** Those, and others' messages of every topic after the viewer's place in it, 100 at most. */
  readonly unreadCount: number;
  readonly level: ChannelLevel;
  /** The viewer's own author id: a membership, or their profile in a conversation. */
  readonly meId: string;
  /** In a conversation: the other's profile and name. */
  readonly allyId: string | null;
  readonly allyName: string | null;
}

const TEXT = `
  select c.id, place.read_seq as "readSeq", general.count as "generalUnreadCount",
    ${levelSql('r', 'c')} as level,
    least(100, general.count + (select count(*)::int from (
      select 1 from topic t
        left join topic_reader tr on tr.topic_id = t.id and tr.account_id = $1
        cross join lateral (
          select 1 from message m where m.topic_id = t.id and m.deleted_at is null and m.expires_at > $3
            and m.seq > ${topicReadFrom} and m.account_id is distinct from $1 limit 100) said
      where t.channel_id = c.id limit 100) u)) as "unreadCount",
    coalesce(s.id, mine.id) as "meId", other.id as "allyId", f.text as "allyName"
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
    left join profile_field f on f.account_id = y.other_id and f.kind = 'name'
  where c.id = any($2)`;

@Injectable()
export class ReadingService {
  private readonly loaders = new PerViewer<DataLoader<string, Reading>>();

  constructor(private readonly db: Database) {}

  /** Of channels that the viewer may read: ask only with ids that came through access. Batched. */
  of(viewer: Viewer, channelId: string): Promise<Reading> {
    return this.loaders.of(viewer, () => this.loaderFor(viewer)).load(channelId);
  }

  private loaderFor(viewer: Viewer): DataLoader<string, Reading> {
    const batch = async (ids: readonly string[]) => {
      const rows = await this.db.named<Reading & { id: string }>('channel-reading', TEXT, [
        viewer.accountId,
        ids,
        viewer.at,
      ]);
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? new Error('channel without a place'));
    };
    return new DataLoader(batch, { cache: false });
  }
}
