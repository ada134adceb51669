import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { type News, RealtimeService } from '#realtime/realtime.service.js';
import { NewsMailService } from './news-mail.service.js';
import { NotificationRecipients, type RequiredAccess } from './notification-recipients.js';

/** Notifies accounts of an event, each only if it may read the row. Must run in an event handler. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly db: Database,
    private readonly realtime: RealtimeService,
    private readonly recipients: NotificationRecipients,
    private readonly mails: NewsMailService,
  ) {}

  /** Notifies open pages and queues a news mail. An urgent mail does not wait for the interval between news mails. */
  async tell(
    accountIds: readonly string[],
    told: RequiredAccess,
    news: News,
    { isUrgent = false } = {},
  ): Promise<void> {
    for (const accountId of await this.tellPages(accountIds, told, news)) {
      await this.mails.ask(accountId, told, { isUrgent });
    }
  }

  /** Notifies open pages only. Returns the accounts that were allowed to know. */
  async tellPages(
    accountIds: readonly string[],
    told: RequiredAccess,
    news: News,
  ): Promise<string[]> {
    const allowed: string[] = [];
    for (const accountId of new Set(accountIds)) {
      if (await this.recipients.mayKnow(accountId, told)) allowed.push(accountId);
    }
    this.refresh(allowed, news);
    return allowed;
  }

  /** Makes open pages of these accounts reload, without a permission check, for rows that can no longer be read. */
  refresh(accountIds: readonly string[], news: News): void {
    this.db.afterCommit(async () => this.realtime.tell(accountIds, news));
  }
}
