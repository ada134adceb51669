import { Injectable } from '@nestjs/common';
import { EventsService } from '#events/events.service.js';
import { Sealer } from '#kernel/sealed-box.js';
import type { Account } from '#members/account.entity.js';
import type { MailLink } from '#members/sessions/mail-link.entity.js';

/**
 * Queues mails to an account. A mail is built when it is sent, and dropped if the account was deleted or may no longer
 * get it.
 */
@Injectable()
export class AccountMailsService {
  constructor(
    private readonly events: EventsService,
    private readonly seal: Sealer,
  ) {}

  /** Queues a news mail. Several calls before the mail is sent result in one mail. */
  async tellNews(accountId: string): Promise<void> {
    await this.events.ask('signin.news', { accountId }, { key: `news:${accountId}` });
  }

  /**
   * Queues a news mail about the account itself. Such mails have their own rate limit, so that other news cannot
   * suppress them.
   */
  async tellOfAccount(accountId: string): Promise<void> {
    const news = { accountId, isOfAccount: true };
    await this.events.ask('signin.news', news, { key: `account-news:${accountId}` });
  }

  /** Queues a mail with a secret link. */
  async sendLink(link: MailLink): Promise<void> {
    await this.events.ask('signin.link', { linkId: link.id });
  }

  /** Queues a news mail to the former address of the account. The job contains the address encrypted. */
  async tellFormerAddress({ id: accountId, email }: Account): Promise<void> {
    const sealedEmail = this.seal.close(email).toString('base64url');
    await this.events.ask('signin.news', { accountId, sealedEmail, isOfAccount: true });
  }
}
