import { Injectable } from '@nestjs/common';
import { EventsService } from '#events/events.service.js';
import { Job } from '#events/on.decorator.js';
import { MAIL_QUEUE } from '#mail/mail-queue.js';
import { Clock } from '#kernel/clock.js';
import { NewsMailSender } from './news-mail-sender.js';
import { NotificationChoicesService } from './notification-choices.service.js';
import { NotificationRecipients, type RequiredAccess } from './notification-recipients.js';

interface Ask {
  readonly accountId: string;
  /** The permission that the account needs. It is checked again when the mail is sent, which may be hours later. */
  readonly told: RequiredAccess;
  readonly isUrgent?: boolean;
}

/** Sends the news mail. It contains no name, no group and no content, and always the same link. */
@Injectable()
export class NewsMailService {
  constructor(
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly recipients: NotificationRecipients,
    private readonly writer: NewsMailSender,
    private readonly choices: NotificationChoicesService,
  ) {}

  /** Queues a news mail for after the quiet hours. Several calls before it is sent result in one mail. */
  async ask(accountId: string, told: RequiredAccess, { isUrgent = false } = {}): Promise<void> {
    const nextAt = await this.nextAt(accountId, isUrgent);
    const delayMs = nextAt.getTime() - this.clock.now().getTime();
    const ask: Ask = { accountId, told, isUrgent };
    const key = `${isUrgent ? 'urgent' : 'notice'}:${accountId}`;
    await this.events.ask('news.mail', ask, { key, delayMs });
  }

  /** When a mail that is asked for now leaves: after the interval between mails and the quiet hours. Never in the past. */
  async nextAt(accountId: string, isUrgent: boolean): Promise<Date> {
    const sendableAt = await this.writer.sendableAt(accountId, isUrgent);
    const now = this.clock.now();
    const at = sendableAt > now ? sendableAt : now;
    return (await this.choices.quietUntil(accountId, at)) ?? at;
  }

  @Job({ name: 'news.mail', queue: MAIL_QUEUE })
  async send(payload: unknown, jobId: string): Promise<void> {
    const { accountId, told, isUrgent = false } = payload as Ask;
    if (!(await this.recipients.mayKnow(accountId, told))) return;
    // If the quiet hours changed or the clock was set back meanwhile, the mail waits for their end.
    if (await this.choices.quietUntil(accountId)) await this.ask(accountId, told, { isUrgent });
    else await this.writer.write(accountId, jobId, isUrgent);
  }
}
