import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { MailService } from '#mail/mail.service.js';
import { AccountsService } from '#members/accounts.service.js';

/** Writes the mail "there is news", and remembers when. */
@Injectable()
export class NewsWriter {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly mail: MailService,
  ) {}

  /** To whoever may know now: the caller has asked. */
  async write(accountId: string): Promise<void> {
    const { email, emailConfirmedAt, language } = await this.accounts.get(accountId);
    if (!email || !emailConfirmedAt) return;
    await this.mail.send({ to: email, template: 'news', language, path: '/app' });
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
