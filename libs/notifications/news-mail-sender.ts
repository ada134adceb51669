import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { MailService } from '#mail/mail.service.js';
import { AccountsService } from '#members/accounts.service.js';

/** Minimum interval between two news mails to one account. */
export const MIN_NEWS_MAIL_INTERVAL = 6 * HOUR;

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
  async write(accountId: string, jobId: string): Promise<void> {
    const { email, emailConfirmedAt, language } = await this.accounts.get(accountId);
    if (!email || !emailConfirmedAt) return;
    const lastAt = await this.lastAt(accountId);
    if (lastAt && lastAt > this.clock.in(-MIN_NEWS_MAIL_INTERVAL)) return;
    await this.mail.send({ to: email, template: 'news', language, path: '/app', jobId });
    await this.db.query(
      `insert into news_mail (account_id, mailed_at) values ($1, $2)
       on conflict (account_id) do update set mailed_at = excluded.mailed_at`,
      [accountId, this.clock.now()],
    );
  }

  async lastAt(accountId: string): Promise<Date | undefined> {
    const sql = 'select mailed_at from news_mail where account_id = $1';
    const [row] = await this.db.query<{ mailed_at: Date }>(sql, [accountId]);
    return row?.mailed_at;
  }
}
