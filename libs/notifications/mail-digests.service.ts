import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Job } from '#events/on.decorator.js';
import { Clock } from '#kernel/clock.js';
import { MAIL_QUEUE } from '#mail/mail-queue.js';
import { MIN_NEWS_MAIL_INTERVAL, NewsMailSender } from './news-mail-sender.js';
import { MailFrequency, type NotificationChoice } from './notification-choice.entity.js';
import { NotificationChoicesService } from './notification-choices.service.js';
import { lastTimeAtMinuteOfDay, quietHoursEnd } from './quiet-hours.js';
import { UnreadItems } from './unread-items.js';

/** The daily digest is sent at eight in the morning, in the time zone of its reader. */
const MINUTE_OF_DIGEST = 8 * 60;
const NAME = 'news.digest';

interface Candidate extends NotificationChoice {
  /**
   * The time of the oldest unread item since the last mail, as stored. Whether the reader may read it is checked when
   * the mail is sent.
   */
  readonly since: Date;
}

/**
 * Members with an item that became unread after their last mail: a mention, a reply, or a message in a channel with
 * notification level `all`.
 */
const CANDIDATES = `
  select a.id as "accountId", coalesce(k.mails, 'daily') as mails, k.quiet_from as "quietFrom",
    k.quiet_to as "quietTo", k.time_zone as "timeZone", u.since
  from account a
    left join notification_choice k on k.account_id = a.id
    left join news_mail n on n.account_id = a.id
    cross join lateral (select min(x.at) as since from (
      select min(e.noticed_at) as at from inbox_shown e
        where e.account_id = a.id and e.read_at is null and e.expires_at > $2
          and e.noticed_at > coalesce(n.mailed_at, '-infinity')
      union all
      select min(h.created_at) from heard_message h
        where h.account_id = a.id and h.level = 'all' and h.is_unread and h.expires_at > $2
          and h.created_at > coalesce(n.mailed_at, '-infinity')
          and h.channel_spoken_at > coalesce(n.mailed_at, '-infinity')) x) u
  where a.standing = 'member' and a.email is not null and a.email_confirmed_at is not null
    and coalesce(k.mails, 'daily') <> 'off' and u.since is not null
    and (n.mailed_at is null or n.mailed_at <= $1)
  order by a.id`;

/**
 * Sends one mail for everything unread, at the time that its reader chose. Unread items, choices and read access are
 * checked when the mail is sent.
 */
@Injectable()
export class MailDigestsService {
  constructor(
    private readonly db: Database,
    private readonly events: EventsService,
    private readonly clock: Clock,
    private readonly unread: UnreadItems,
    private readonly choices: NotificationChoicesService,
    private readonly writer: NewsMailSender,
  ) {}

  /** Queues one job per reader, so that a failing address does not delay the others. */
  @Job({ name: 'news.digests', cron: '*/15 * * * *', isLong: true })
  async askForThoseDue(): Promise<void> {
    const values = [this.clock.in(-MIN_NEWS_MAIL_INTERVAL), this.clock.now()];
    for (const one of await this.db.query<Candidate>(CANDIDATES, values)) {
      if (this.isDue(one, one.since)) await this.soon(one.accountId);
    }
  }

  /** Queues a digest now. If it is too early to send it, the scheduled job queues it again. */
  async soon(accountId: string): Promise<void> {
    await this.events.ask(NAME, { accountId }, { key: `digest:${accountId}` });
  }

  @Job({ name: NAME, queue: MAIL_QUEUE })
  async send(payload: unknown, jobId: string): Promise<void> {
    const { accountId } = payload as { accountId: string };
    const choice = await this.choices.of(accountId);
    const since = await this.unread.since(accountId, await this.writer.lastAt(accountId));
    if (since && this.isDue(choice, since)) await this.writer.write(accountId, jobId);
  }

  private isDue(choice: NotificationChoice, since: Date): boolean {
    const now = this.clock.now();
    if (choice.mails === MailFrequency.off || quietHoursEnd(now, choice)) return false;
    return (
      choice.mails === MailFrequency.each ||
      since <= lastTimeAtMinuteOfDay(now, MINUTE_OF_DIGEST, choice.timeZone)
    );
  }
}
