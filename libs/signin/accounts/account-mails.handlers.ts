import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Job } from '#events/on.decorator.js';
import { Sealer } from '#kernel/sealed-box.js';
import type { Language } from '#kernel/language.js';
import { MAIL_QUEUE } from '#mail/mail-queue.js';
import { MailService } from '#mail/mail.service.js';
import type { MailTemplate } from '#mail/mail-templates.js';
import { type Account, Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import type { MailLinkPurpose, MailLink } from '#members/sessions/mail-link.entity.js';
import { MailLinksService } from '#members/sessions/mail-links.service.js';
import { MailRecipientLimits } from './mail-recipient-limits.js';

const PAGES: Record<MailLinkPurpose, { template: MailTemplate; page: string }> = {
  'set-up': { template: 'setUp', page: 'set-up' },
  'confirm-address': { template: 'confirmAddress', page: 'confirm' },
  'change-address': { template: 'confirmAddress', page: 'confirm' },
  'keep-address': { template: 'keepAddress', page: 'keep' },
  'reset-password': { template: 'resetPassword', page: 'reset' },
};

/** The path of the page that uses the secret of a mailed link. */
export const mailLinkPath = (purpose: MailLinkPurpose, language: Language, token: string) =>
  `/${language}/${PAGES[purpose].page}?t=${token}`;

interface News {
  readonly accountId: string;
  /** The former address of the account, encrypted. */
  readonly sealedEmail?: string;
  /** The news concerns credentials, duties or the deletion of the account. */
  readonly isOfAccount?: boolean;
  /** The former address in plain text, in jobs queued by an earlier version. */
  readonly email?: string;
}

interface NewsMail {
  readonly jobId: string;
  /** The rate limit that applies to the mail. */
  readonly kind: 'news' | 'accountNews';
  readonly to: string;
}

/** Sends queued mails. Each mail is built from the state of the account when it is sent. */
@Injectable()
export class AccountMailsHandlers {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly links: MailLinksService,
    private readonly mail: MailService,
    private readonly limits: MailRecipientLimits,
    private readonly seal: Sealer,
  ) {}

  @Job({ name: 'signin.news', queue: MAIL_QUEUE })
  async tellThatThereIsNews(news: News, jobId: string): Promise<void> {
    const account = await this.accounts.find(news.accountId);
    if (!account || !(await this.isReached(account))) return;
    const to =
      news.sealedEmail && this.seal.open<string>(Buffer.from(news.sealedEmail, 'base64url'));
    const kind = news.isOfAccount ? 'accountNews' : 'news';
    await this.sendNews(account, { jobId, kind, to: to || news.email || account.email! });
  }

  /** Sends a mail with a link. Creates the secret of the link here, so that the secret exists only in the mail. */
  @Job({ name: 'signin.link', queue: MAIL_QUEUE })
  async sendLink({ linkId }: { linkId: string }, jobId: string): Promise<void> {
    const link = await this.links.living(linkId);
    const account = link && (await this.accounts.find(link.accountId));
    if (!link || !account) return;
    const to = link.email ?? account.email;
    if (!to) return;
    const holder = await this.accounts.byEmail(to);
    const isOthers = holder && holder.id !== account.id;
    // If another account has this address, its owner gets a news mail without the secret. The requester cannot tell
    // whether the address is taken.
    const send = () =>
      isOthers ? this.tellHolder(holder, jobId) : this.send(link, account, jobId);
    const { template } = PAGES[link.purpose];
    // `PasswordResetRequestsService` has already applied the limit for reset mails.
    if (template === 'resetPassword') await send();
    else await this.limits.within(template, to, send);
  }

  /**
   * Sends a link to reset a forgotten password. For an unknown address the job has an id that belongs to no account.
   */
  @Job({ name: 'signin.reset', queue: MAIL_QUEUE })
  async sendReset({ accountId }: { accountId: string }, jobId: string): Promise<void> {
    const account = await this.accounts.find(accountId);
    if (!account || !(await this.isReached(account))) return;
    const link = await this.db.write(() => this.makeReset(accountId));
    if (link) await this.send(link, account, jobId);
  }

  /** Reads the address while the account is locked. A later change of the address cancels the link. */
  private async makeReset(accountId: string): Promise<MailLink | null> {
    const account = await this.accounts.lock(accountId);
    return account && this.links.make(accountId, 'reset-password', account.email);
  }

  private async send(link: MailLink, account: Account, jobId: string): Promise<void> {
    const to = link.email ?? account.email;
    if (!to) return;
    const token = await this.links.giveSecret(link.id);
    const { language } = account;
    const path = mailLinkPath(link.purpose, language, token);
    const { template } = PAGES[link.purpose];
    await this.mail.send({ to, template, language, path, jobId });
  }

  private async tellHolder(holder: Account, jobId: string): Promise<void> {
    if (!(await this.isReached(holder))) return;
    await this.sendNews(holder, { jobId, kind: 'news', to: holder.email! });
  }

  private async sendNews({ language }: Account, { jobId, kind, to }: NewsMail): Promise<void> {
    const news = { to, template: 'news', language, path: `/${language}/sign-in`, jobId } as const;
    await this.limits.within(kind, to, () => this.mail.send(news));
  }

  /**
   * Whether the account may get mail. Only a confirmed address gets mail. A locked account gets none. A former account
   * gets mail only if it became idle or may still appeal.
   */
  private async isReached(account: Account): Promise<boolean> {
    const { id, email, emailConfirmedAt, standing, idleSince } = account;
    if (email === null || emailConfirmedAt === null || standing === Standing.locked) return false;
    return standing !== Standing.former || idleSince !== null || this.accounts.isHeard(id);
  }
}
