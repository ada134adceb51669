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
   * To whoever may know now: the caller has asked. Of two at once one waits for the other, and finds that it is too early;
   * what could not be sent was not claimed.
   */
  async write(accountId: string): Promise<void> {
    const { email, emailConfirmedAt, language } = await this.accounts.get(accountId);
    if (!email || !emailConfirmedAt) return;
    await this.db.write(async () => {
      if (!(await this.claim(accountId))) return;
      await this.mail.send({ to: email, template: 'news', language, path: '/app' });
    });
  }

  private async claim(accountId: string): Promise<boolean> {
    const rows = await this.db.query(
      `insert into news_mail as n (account_id, mailed_at) values ($1, $2)
       on conflict (account_id) do update set mailed_at = excluded.mailed_at where n.mailed_at <= $3
       returning 1`,
      [accountId, this.clock.now(), this.clock.in(-AT_MOST_EVERY)],
    );
    return rows.length > 0;
  }

  async lastAt(accountId: string): Promise<Date | undefined> {
    const sql = 'select mailed_at from news_mail where account_id = $1';
    const [row] = await this.db.query<{ mailed_at: Date }>(sql, [accountId]);
    return row?.mailed_at;
  }
}
