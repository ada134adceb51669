import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { MailService } from '#mail/mail.service.js';
import { AccountsService } from '#members/accounts.service.js';
import { MailLinksService } from '#members/mail-links.service.js';
import { RealtimeService } from '#realtime/realtime.service.js';
import {
  ApplicationAsked,
  ApplicationDecided,
  ApplicationReviewed,
  ApplicationSubmitted,
} from './vetting.events.js';

interface OfApplication {
  readonly applicationId: string;
  readonly accountId: string;
}

/** Tells the applicant: their open page, and by a mail that says only that there is news. */
@Injectable()
export class TellTheApplicant {
  constructor(
    private readonly accounts: AccountsService,
    private readonly mail: MailService,
    private readonly realtime: RealtimeService,
  ) {}

  @On(ApplicationAsked)
  async whenSomethingIsAsked(of: OfApplication): Promise<void> {
    this.tell(of);
    await this.write(of.accountId);
  }

  @On(ApplicationReviewed)
  async whenAReviewIsWritten(of: OfApplication): Promise<void> {
    this.tell(of);
  }

  @On(ApplicationDecided)
  async whenItIsDecided(of: OfApplication): Promise<void> {
    this.tell(of);
    await this.write(of.accountId);
  }

  private tell({ accountId, applicationId }: OfApplication): void {
    this.realtime.tell([accountId], { subject: 'ownApplication', id: applicationId });
  }

  /** The same page for a question, a yes and a no, so that the mail does not tell them apart. */
  private async write(accountId: string): Promise<void> {
    const { email, emailConfirmedAt, language } = await this.accounts.get(accountId);
    if (!email || !emailConfirmedAt) return;
    const path = `/${language}/join/status`;
    await this.mail.send({ to: email, template: 'news', language, path });
  }
}

/** Writes to the address that an application gave. Only here is it looked up, where no answer can tell. */
@Injectable()
export class WriteToTheAddressGiven {
  constructor(
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
    private readonly mail: MailService,
  ) {}

  /** To confirm it; an address that somebody has already gets only the mail that there is news. */
  @On(ApplicationSubmitted)
  async whenSomeoneApplies({ accountId }: OfApplication): Promise<void> {
    const link = await this.links.pendingOf(accountId, 'confirm-address');
    if (!link?.email) return;
    const { language } = await this.accounts.get(accountId);
    const owner = await this.accounts.byEmail(link.email);
    if (owner) {
      await this.links.remove(link.id);
      const path = `/${owner.language}/sign-in`;
      return this.mail.send({ to: link.email, template: 'news', language: owner.language, path });
    }
    const path = `/confirm-address/${await this.links.giveSecret(link.id)}`;
    await this.mail.send({ to: link.email, template: 'confirmAddress', language, path });
  }
}
