import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock, HOUR, MINUTE } from '#kernel/clock.js';
import { MailService } from '#mail/mail.service.js';
import { AccountsService } from '#members/accounts.service.js';

/** Minimum interval between two news mails to one account. */
export const MIN_NEWS_MAIL_INTERVAL = 6 * HOUR;
/** Minimum interval between two urgent news mails to one account. */
const MIN_URGENT_MAIL_INTERVAL = 15 * MINUTE;

/** Sends the news mail and stores the time of sending. */
@Injectable()
export class NewsMailSender {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly mail: MailService,
  ) {}

  /**
   * Call this in a job of the mail queue, which runs one job at a time, after checking that the account may read the
   * news. No transaction is open during the SMTP call. A failed mail counts as not sent.
   */
  async write(accountId: string, jobId: string, isUrgent = false): Promise<void> {
    const { email, emailConfirmedAt, language } = await this.accounts.get(accountId);
    if (!email || !emailConfirmedAt) return;
    const now = this.clock.now();
    if ((await this.sendableAt(accountId, isUrgent)) > now) return;
    await this.mail.send({ to: email, template: 'news', language, path: '/app', jobId });
    await this.db.query(
      `insert into news_mail (account_id, mailed_at, urgent_mailed_at) values ($1, $2, $3)
       on conflict (account_id) do update set mailed_at = excluded.mailed_at,
         urgent_mailed_at = coalesce(excluded.urgent_mailed_at, news_mail.urgent_mailed_at)`,
      [accountId, this.clock.now(), isUrgent ? this.clock.now() : null],
    );
  }

  /** When the next mail may be sent, which may be in the past. Only urgent mails count for an urgent one. */
  async sendableAt(accountId: string, isUrgent: boolean): Promise<Date> {
    const interval = isUrgent ? MIN_URGENT_MAIL_INTERVAL : MIN_NEWS_MAIL_INTERVAL;
    return new Date(((await this.lastAt(accountId, isUrgent))?.getTime() ?? 0) + interval);
  }

  /** When the last mail was sent, or the last urgent one. */
  async lastAt(accountId: string, isUrgent = false): Promise<Date | undefined> {
    const column = isUrgent ? 'urgent_mailed_at' : 'mailed_at';
    const sql = `select ${column} as at from news_mail where account_id = $1`;
    const [row] = await this.db.query<{ at: Date | null }>(sql, [accountId]);
    return row?.at ?? undefined;
  }
}
