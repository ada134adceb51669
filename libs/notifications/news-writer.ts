import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { MailService } from '#mail/mail.service.js';
import { AccountsService } from '#members/accounts.service.js';

/** At most one mail in this time: the next would say no more than the last did. */
export const AT_MOST_EVERY = 6 * HOUR;

/** Writes the mail "there is news", and remembers when. */
@Injectable()
export class NewsWriter {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly mail: MailService,
  ) {}

  /**
   * To whoever may know now: the caller has asked, in a job of the mail queue, where one runs at a time. No transaction is
   * open while the mail server answers; what could not be sent counts as not sent.
   */
  async write(accountId: string, jobId: string): Promise<void> {
    const { email, emailConfirmedAt, language } = await this.accounts.get(accountId);
    if (!email || !emailConfirmedAt) return;
    const lastAt = await this.lastAt(accountId);
    if (lastAt && lastAt > this.clock.in(-AT_MOST_EVERY)) return;
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
