import { Injectable } from '@nestjs/common';
import { AuditService } from '#audit/audit.service.js';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Clock } from '#kernel/clock.js';
import { Forbidden } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import type { Channel } from '../channel.entity.js';
import { ChannelRetentionChanged } from '../channels.events.js';
import { MessageBroadcaster } from '../delivery/message-broadcaster.js';
import { MessageChangesService } from '../messages/message-changes.service.js';
import type { ChannelRetention } from './channel-retention.js';

export interface RetentionChange {
  readonly retention: ChannelRetention;
  readonly seconds: number;
  /** If the retention becomes shorter: the last existing message to which it applies. */
  readonly upTo: number;
  /** Messages up to this number were already shortened before the channel was locked. */
  readonly done?: number;
}

/** Records changes of a channel's retention. Lock the channel before each call except `endSooner`. */
@Injectable()
export class RetentionRecords {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly events: EventsService,
    private readonly live: MessageBroadcaster,
    private readonly changes: MessageChangesService,
  ) {}

  /**
   * Stores the new retention. If it is shorter, the messages up to `upTo` expire earlier. The lock on the channel
   * blocks new messages; those that wait for it get the new retention.
   */
  async keep(
    { id, groupId, keptSeconds: before, shortenings }: Channel,
    { retention, seconds, upTo, done = 0 }: RetentionChange,
  ): Promise<void> {
    this.db.assertWriting();
    const isShorter = seconds < before;
    const lasting = shortenings.filter((one) => one.seconds < seconds);
    const known = isShorter ? [...lasting, { upTo, seconds }] : shortenings;
    await this.db.query(
      'update channel set retention = $2, kept_seconds = $3, shortenings = $4::jsonb where id = $1',
      [id, retention, seconds, JSON.stringify(known)],
    );
    await this.events.record(ChannelRetentionChanged, { channelId: id, groupId });
    if (!isShorter) return;
    await this.endSooner(id, seconds, done);
    await this.db.query(
      `update channel set last_expires_at = least(last_expires_at, last_message_at + $2 * interval '1 second')
       where id = $1`,
      [id, seconds],
    );
  }

  /**
   * Shortens the expiry of messages after the number `after` and returns the number of the channel's last change. Call
   * it before locking the channel, because it takes long, and again with the lock for the last messages. Other code
   * locks a message before its channel.
   */
  async endSooner(channelId: string, seconds: number, after = 0): Promise<number> {
    this.db.assertWriting();
    const kept = `created_at + $2 * interval '1 second'`;
    const [place] = await this.db.query<{ upTo: number }>(
      `with sooner as (
         update message set expires_at = ${kept} where channel_id = $1 and seq > $3 and expires_at > ${kept})
       select last_version as "upTo" from channel where id = $1`,
      [channelId, seconds, after],
    );
    return place?.upTo ?? 0;
  }

  /** Adds a system message about the change, in the name of the account that made it. */
  async addLine(viewer: Viewer, channelId: string, retention: ChannelRetention): Promise<void> {
    this.db.assertWriting();
    const [line] = await this.db.query<{ id: string }>(
      `with place as (
         update channel c set last_version = c.last_version + 1, last_message_at = $4,
           last_expires_at = $4::timestamptz + c.kept_seconds * interval '1 second'
         where c.id = $1 returning c.*)
       insert into message (channel_id, seq, version, account_id, membership_id, client_key, body, retention,
         created_at, expires_at)
       select p.id, p.last_version, p.last_version, $2, s.id, $3, '', $5, $4::timestamptz,
         $4::timestamptz + p.kept_seconds * interval '1 second'
       from place p left join membership s on s.group_id = p.group_id and s.account_id = $2 and s.ended_at is null
       where s.id is not null or exists (
         select from alliance y where y.id = p.alliance_id and y.ended_at is null)
       returning id`,
      [channelId, viewer.accountId, newId(), this.clock.now(), retention],
    );
    if (!line) throw new Forbidden();
    const shown = await this.changes.shown(line.id, viewer.accountId);
    this.db.afterCommit(async () => this.live.tell(shown));
  }

  /** Audits a steward's change of a group's channel. An agreement of two allies is private and not audited. */
  async audited(viewer: Viewer, { id, groupId }: Channel, action: string): Promise<void> {
    this.db.assertWriting();
    if (!groupId) return;
    await this.audit.record(viewer, { action, subjectType: 'Channel', subjectId: id });
  }
}
