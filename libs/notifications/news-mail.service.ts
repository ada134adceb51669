import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { EventsService } from '#events/events.service.js';
import { Job } from '#events/on.decorator.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { MailService } from '#mail/mail.service.js';
import { AccountsService } from '#members/accounts.service.js';
import { Recipients, type Told } from './recipients.js';

/** At most one mail in this time: the next would say no more than the last did. */
const AT_MOST_EVERY = 6 * HOUR;

interface Ask {
  readonly accountId: string;
  /** Asked again when the mail goes out, which may be hours later. */
  readonly told: Told;
}

/** The mail "there is news": no name, no group, no word of what happened, and the same link for everything. */
@Injectable()
export class NewsMailService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly accounts: AccountsService,
    private readonly recipients: Recipients,
    private readonly mail: MailService,
  ) {}

  /** Asks for one. Many asks before it goes out make one mail. */
  async ask(accountId: string, told: Told): Promise<void> {
    const lastAt = await this.lastAt(accountId);
    const nextAt = (lastAt?.getTime() ?? 0) + AT_MOST_EVERY;
    const delayMs = Math.max(0, nextAt - this.clock.now().getTime());
    const ask: Ask = { accountId, told };
    await this.events.ask('news.mail', ask, { key: `notice:${accountId}`, delayMs });
  }

  @Job({ name: 'news.mail' })
  async send(payload: unknown): Promise<void> {
    const { accountId, told } = payload as Ask;
    const lastAt = await this.lastAt(accountId);
    if (lastAt && lastAt > this.clock.in(-AT_MOST_EVERY)) return;
    if (!(await this.recipients.mayKnow(accountId, told))) return;
    const { email, emailConfirmedAt, language } = await this.accounts.get(accountId);
    if (!email || !emailConfirmedAt) return;
    await this.mail.send({ to: email, template: 'news', language, path: '/app' });
    await this.db.query(
      `insert into news_mail (account_id, mailed_at) values ($1, $2)
       on conflict (account_id) do update set mailed_at = excluded.mailed_at`,
      [accountId, this.clock.now()],
    );
  }

  private async lastAt(accountId: string): Promise<Date | undefined> {
    const sql = 'select mailed_at from news_mail where account_id = $1';
    const [row] = await this.db.query<{ mailed_at: Date }>(sql, [accountId]);
    return row?.mailed_at;
  }
}
