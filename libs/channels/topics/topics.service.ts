import { Injectable } from '@nestjs/common';
import { LockedAccessService } from '#access/locked-access.service.js';
import { Database } from '#database/database.js';
import { Clock, DAY } from '#kernel/clock.js';
import { Conflict, NotFound, TooMany } from '#kernel/errors.js';
import type { Membership } from '#members/membership.entity.js';
import { MembershipsService } from '#members/memberships.service.js';
import type { Viewer } from '#policy/viewer.js';
import { Channel } from '../channel.entity.js';
import { MessageBroadcaster } from '../delivery/message-broadcaster.js';
import { Topic } from './topic.entity.js';
import { TopicReadingPositionsService } from './topic-reading-positions.service.js';

/** Maximum number of open topics per channel. */
const MOST_OPEN = 200;
const MOST_CLOSED_SHOWN = 200;
/**
 * Maximum number of topics that an account may start in a group per day, under all its memberships. Closed topics count
 * as well, because lists show them.
 */
const MOST_A_DAY = 20;

/** Manages the topics of a channel. Any member who may post in the channel may start one. */
@Injectable()
export class TopicsService {
  constructor(
    private readonly db: Database,
    private readonly locked: LockedAccessService,
    private readonly clock: Clock,
    private readonly memberships: MembershipsService,
    private readonly reading: TopicReadingPositionsService,
    private readonly live: MessageBroadcaster,
  ) {}

  read(viewer: Viewer, id: string): Promise<Topic> {
    return this.locked.access.load(Topic, id, viewer, 'read');
  }

  /** Returns the topics of a channel that the viewer may read, open ones first, the most recently active first. */
  async in(viewer: Viewer, channelId: string): Promise<Topic[]> {
    const found = await this.locked.access
      .list(Topic, viewer)
      .andWhere('it.channel_id = :channelId', { channelId })
      .orderBy('it.closed_at', 'DESC', 'NULLS FIRST')
      .addOrderBy('it.created_at', 'DESC')
      .addOrderBy('it.id', 'DESC')
      .take(MOST_OPEN + MOST_CLOSED_SHOWN)
      .getMany();
    const spokenAt = new Map<string, number>();
    await Promise.all(
      found.map(async (topic) => {
        const { lastMessageAt } = await this.reading.of(viewer, topic);
        spokenAt.set(topic.id, (lastMessageAt ?? topic.createdAt).getTime());
      }),
    );
    const isClosed = ({ closedAt }: Topic) => Number(closedAt !== null);
    return found.toSorted(
      (a, b) => isClosed(a) - isClosed(b) || spokenAt.get(b.id)! - spokenAt.get(a.id)!,
    );
  }

  start(viewer: Viewer, channelId: string, name: string): Promise<Topic> {
    return this.db.write(async () => {
      const { id, groupId } = await this.locked.access.load(
        Channel,
        channelId,
        viewer,
        'startTopic',
      );
      const maker = groupId && (await this.memberships.activeOf(viewer.accountId, groupId));
      if (!maker) throw new NotFound(); // The membership ended in the meantime.
      await this.makeRoom(id);
      await this.notTooOften(maker);
      const topics = this.db.repo(Topic);
      const createdAt = this.clock.now();
      const part = { channelId: id, membershipId: maker.id, name, closedAt: null, createdAt };
      return this.told(await topics.save(topics.create(part)));
    });
  }

  rename(viewer: Viewer, id: string, name: string): Promise<Topic> {
    return this.change(viewer, id, 'rename', async (topic) => {
      topic.name = name;
    });
  }

  close(viewer: Viewer, id: string): Promise<Topic> {
    return this.change(viewer, id, 'close', async (topic) => {
      topic.closedAt = this.clock.now();
    });
  }

  reopen(viewer: Viewer, id: string): Promise<Topic> {
    return this.change(viewer, id, 'reopen', async (topic) => {
      await this.makeRoom(topic.channelId);
      topic.closedAt = null;
    });
  }

  private change(
    viewer: Viewer,
    id: string,
    action: 'rename' | 'close' | 'reopen',
    part: (topic: Topic) => Promise<void>,
  ): Promise<Topic> {
    return this.db.write(async () => {
      const topic = await this.locked.load(Topic, id, viewer, action);
      await part(topic);
      return this.told(await this.db.repo(Topic).save(topic));
    });
  }

  /** Makes open pages of the channel reload its topics after COMMIT. */
  private told(topic: Topic): Topic {
    this.db.afterCommit(async () => this.live.tellGaps(topic.channelId));
    return topic;
  }

  /** Locks the channel before counting, so that concurrent requests cannot exceed the maximum. */
  private async makeRoom(channelId: string): Promise<void> {
    await this.db.query('select 1 from channel where id = $1 for no key update', [channelId]);
    const [row] = await this.db.query<{ count: number }>(
      'select count(*)::int as count from topic where channel_id = $1 and closed_at is null',
      [channelId],
    );
    if (row!.count >= MOST_OPEN) throw new Conflict('topic.tooMany');
  }

  /**
   * Throws if the account started too many topics today, under any of its memberships in the group. Call with the
   * channel locked.
   */
  private async notTooOften({ accountId, groupId }: Membership): Promise<void> {
    const [row] = await this.db.query<{ count: number }>(
      `select count(*)::int as count from topic t join membership m on m.id = t.membership_id
       where m.account_id = $1 and m.group_id = $2 and t.created_at > $3`,
      [accountId, groupId, this.clock.in(-DAY)],
    );
    if (row!.count >= MOST_A_DAY) throw new TooMany('topic.enoughToday');
  }
}
