import { Injectable } from '@nestjs/common';
import { EventsService } from '#events/events.service.js';
import { Seal } from '#kernel/seal.js';
import type { Account } from '#members/account.entity.js';
import type { MailLink } from '#members/sessions/mail-link.entity.js';

/** Asks for mails to an account. They are written when they are sent, so one whose account is gone or changed is dropped. */
@Injectable()
export class MailsService {
  constructor(
    private readonly events: EventsService,
    private readonly seal: Seal,
  ) {}

  /** "There is news", once however often it is asked before it is sent. */
  async tellNews(accountId: string): Promise<void> {
    await this.events.ask('signin.news', { accountId }, { key: `news:${accountId}` });
  }

  /** The same about the account itself: no other news uses up the mails that its address may get of these. */
  async tellOfAccount(accountId: string): Promise<void> {
    const news = { accountId, isOfAccount: true };
    await this.events.ask('signin.news', news, { key: `account-news:${accountId}` });
  }

  /** A link with its secret. */
  async sendLink(link: MailLink): Promise<void> {
    await this.events.ask('signin.link', { linkId: link.id });
  }

  /** "There is news" to the address that an account had until now, which stands in the queue as a sealed box. */
  async tellFormerAddress({ id: accountId, email }: Account): Promise<void> {
    const sealedEmail = this.seal.close(email).toString('base64url');
    await this.events.ask('signin.news', { accountId, sealedEmail, isOfAccount: true });
  }
}
