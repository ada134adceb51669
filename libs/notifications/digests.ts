import { Injectable } from '@nestjs/common';
import { ViewerLoader } from '#access/viewer.loader.js';
import { ChannelsService } from '#channels/channels.service.js';
import { ChannelLevel, levelSql } from '#channels/levels.service.js';
import { ReadingService } from '#channels/reading.service.js';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Clock, HOUR } from '#kernel/clock.js';
import type { Viewer } from '#policy/viewer.js';
import { InboxService } from './inbox.service.js';
import { NewsWriter } from './news-writer.js';
import { MailRhythm } from './notification-choice.entity.js';
import { lastAt, quietUntil } from './quiet-hours.js';

/** At eight in the morning, where the person is. */
const MINUTE_OF_DIGEST = 8 * 60;

interface Candidate {
  account_id: string;
  mails: MailRhythm;
  quiet_from: number | null;
  quiet_to: number | null;
  time_zone: string | null;
  /** Since when something is unread of which no mail told. */
  since: Date;
}

/** Members with something unread that came after their last mail: named or answered, or in a channel heard in full. */
const CANDIDATES = `
  select a.id as account_id, coalesce(k.mails, 'daily') as mails, k.quiet_from, k.quiet_to, k.time_zone, u.since
  from account a
    left join notification_choice k on k.account_id = a.id
    left join news_mail n on n.account_id = a.id
    cross join lateral (select min(x.at) as since from (
      select min(e.noticed_at) as at from inbox_shown e
        where e.account_id = a.id and e.read_at is null
          and e.noticed_at > coalesce(n.mailed_at, '-infinity')
      union all select (
        select min(m.created_at) from message m
        where m.channel_id = c.id and m.seq > greatest(r.read_version, r.joined_version)
          and m.account_id is distinct from a.id and m.deleted_at is null
          and m.created_at > coalesce(n.mailed_at, '-infinity'))
      from channel_reader r join channel c on c.id = r.channel_id
      where r.account_id = a.id and c.archived_at is null and ${levelSql('r', 'c')} = 'all'
        and c.last_message_at > coalesce(n.mailed_at, '-infinity')) x) u
  where a.standing = 'member' and a.email is not null and a.email_confirmed_at is not null
    and coalesce(k.mails, 'daily') <> 'off' and u.since is not null
    and (n.mailed_at is null or n.mailed_at < $1)
  order by a.id`;

/** Channels of which somebody wants to hear every message. */
@Injectable()
export class ChannelsHeard {
  constructor(
    private readonly channels: ChannelsService,
    private readonly reading: ReadingService,
  ) {}

  async hasUnread(viewer: Viewer): Promise<boolean> {
    const channels = await this.channels.list(viewer);
    const readings = await Promise.all(channels.map(({ id }) => this.reading.of(viewer, id)));
    return readings.some((one) => one.level === ChannelLevel.all && one.unreadCount > 0);
  }
}

/**
 * One mail for all that is unread, at the time that its reader chose. It is found out when it goes, and waits in no queue:
 * whoever may not read it by then is not written to.
 */
@Injectable()
export class Digests {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly viewers: ViewerLoader,
    private readonly inbox: InboxService,
    private readonly heard: ChannelsHeard,
    private readonly writer: NewsWriter,
  ) {}

  @Job({ name: 'news.digests', cron: '*/15 * * * *' })
  async send(): Promise<void> {
    const before = this.clock.in(-6 * HOUR);
    for (const one of await this.db.query<Candidate>(CANDIDATES, [before])) {
      if (this.isDue(one) && (await this.hasNews(one.account_id))) {
        await this.writer.write(one.account_id);
      }
    }
  }

  private isDue({ mails, since, ...one }: Candidate): boolean {
    const now = this.clock.now();
    const quiet = { quietFrom: one.quiet_from, quietTo: one.quiet_to, timeZone: one.time_zone };
    if (quietUntil(now, quiet)) return false;
    return mails === MailRhythm.each || since <= lastAt(now, MINUTE_OF_DIGEST, one.time_zone);
  }

  /** A notification is a read: asked with the reader's own rights, at this moment. */
  private async hasNews(accountId: string): Promise<boolean> {
    const viewer = await this.viewers.byAccount(accountId);
    if (!viewer) return false;
    return (await this.inbox.unreadCount(viewer)) > 0 || (await this.heard.hasUnread(viewer));
  }
}
