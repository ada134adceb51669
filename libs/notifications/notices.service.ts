import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { type News, RealtimeService } from '#realtime/realtime.service.js';
import { NewsMailService } from './news-mail.service.js';
import { Recipients, type Told } from './recipients.js';

/** Tells people what happened, each only what they may read. Inside a handler. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly db: Database,
    private readonly realtime: RealtimeService,
    private readonly recipients: Recipients,
    private readonly mails: NewsMailService,
  ) {}

  /** Tells open pages, and asks for the mail "there is news". */
  async tell(accountIds: readonly string[], told: Told, news: News): Promise<void> {
    for (const accountId of await this.tellPages(accountIds, told, news)) {
      await this.mails.ask(accountId, told);
    }
  }

  /** Tells open pages only. Gives whom it told. */
  async tellPages(accountIds: readonly string[], told: Told, news: News): Promise<string[]> {
    const allowed: string[] = [];
    for (const accountId of new Set(accountIds)) {
      if (await this.recipients.mayKnow(accountId, told)) allowed.push(accountId);
    }
    this.refresh(allowed, news);
    return allowed;
  }

  /** Makes open pages of these accounts look again, where the row itself can be read no more. */
  refresh(accountIds: readonly string[], news: News): void {
    this.db.afterCommit(async () => this.realtime.tell(accountIds, news));
  }
}
