import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan, Not } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { Invalid, NotFound } from '#kernel/errors.js';
import { hashToken, newToken } from '#kernel/ids.js';
import { randomSigns, SIGNS, tidyCode } from '#kernel/typed-code.js';
import { AccountsService } from '../accounts.service.js';
import { type LinkPurpose, MailLink } from './mail-link.entity.js';

/** How long a link of each purpose can be used. */
const LASTS: Record<LinkPurpose, number> = {
  'set-up': 72 * HOUR,
  'confirm-address': 72 * HOUR,
  'change-address': 72 * HOUR,
  'keep-address': 72 * HOUR,
  'reset-password': HOUR,
};

/** Of these several may live at once, since mails do not arrive in order. */
const SEVERAL: readonly LinkPurpose[] = ['keep-address', 'reset-password'];

/** Signs of five random bits: no number of guesses at the page finds one. */
const CODE_LENGTH = 28;

/** Single-use links: asked for now, given their secret when they are sent, used once. */
@Injectable()
export class MailLinksService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
  ) {}

  /** A link without a secret yet. It takes the place of one of the same purpose, where one may live at a time. */
  async make(
    accountId: string,
    purpose: LinkPurpose,
    email: string | null = null,
  ): Promise<MailLink> {
    this.db.assertWriting();
    if (!SEVERAL.includes(purpose)) await this.cancel(accountId, purpose);
    const links = this.db.repo(MailLink);
    const endsAt = this.clock.in(LASTS[purpose]);
    return links.save(
      links.create({ accountId, purpose, email, endsAt, tokenHash: null, usedAt: null }),
    );
  }

  /** The link of this id while it can be used, else null. */
  living(id: string): Promise<MailLink | null> {
    return this.db.repo(MailLink).findOneBy({ id, ...this.stillGood() });
  }

  /** Gives a link its secret, which is kept nowhere but by the caller; an earlier secret stops working. */
  async giveSecret(id: string): Promise<string> {
    const token = newToken();
    await this.db.repo(MailLink).update(id, { tokenHash: hashToken(token) });
    return token;
  }

  /** From now on the secret of this link opens nothing without a code. */
  async askForCode(id: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(MailLink).update(id, { needsCode: true });
  }

  /** Gives a link its code, which is kept nowhere but by the caller, as its secret. */
  async giveCode(id: string): Promise<string> {
    const code = randomSigns(CODE_LENGTH)
      .map((sign) => SIGNS[sign])
      .join('');
    await this.db.repo(MailLink).update(id, { codeHash: hashToken(code) });
    return code;
  }

  /** The link of a secret while it can be used, else null. Looking changes nothing. */
  find(token: string, ...purposes: LinkPurpose[]): Promise<MailLink | null> {
    const tokenHash = hashToken(token);
    const good = this.stillGood();
    const where = purposes.map((purpose) => ({ tokenHash, purpose, ...good }));
    return this.db.repo(MailLink).findOneBy(where);
  }

  /** Uses a link up; of two at once one gets NotFound, and so does one that needs a code. */
  async use(token: string, ...purposes: LinkPurpose[]): Promise<MailLink> {
    this.db.assertWriting();
    const link = await this.find(token, ...purposes);
    if (!link || link.needsCode) throw new NotFound();
    return this.end(link);
  }

  /** As `use`, for a link that may need a code: Invalid names the field where it is not the one. */
  async useWithCode(token: string, code: string, purpose: LinkPurpose): Promise<MailLink> {
    this.db.assertWriting();
    const link = await this.find(token, purpose);
    if (!link) throw new NotFound();
    const isRight = link.codeHash?.equals(hashToken(tidyCode(code)));
    if (link.needsCode && !isRight) throw new Invalid('input', { code: 'codeWrong' });
    return this.end(link);
  }

  /** The living link of an account and purpose, or null. */
  pendingOf(accountId: string, purpose: LinkPurpose): Promise<MailLink | null> {
    return this.db.repo(MailLink).findOneBy({ accountId, purpose, ...this.stillGood() });
  }

  /** The living links with which owners of addresses may keep the account's. */
  keepersOf(accountId: string): Promise<MailLink[]> {
    return this.db
      .repo(MailLink)
      .findBy({ accountId, purpose: 'keep-address', ...this.stillGood() });
  }

  /**
   * Ends every link of the account, and with them what waits for one to be used, except those that keep an address: they
   * must outlive whatever a thief does.
   */
  async cancelAll(accountId: string): Promise<void> {
    this.db.assertWriting();
    await this.accounts.lock(accountId); // a link that is being made is ended, too
    await this.db.repo(MailLink).delete({ accountId, purpose: Not('keep-address' as const) });
  }

  async cancel(accountId: string, purpose: LinkPurpose): Promise<void> {
    await this.db.repo(MailLink).delete({ accountId, purpose });
  }

  /** Links that ended before then; used ones stay as long, so that a second use finds nothing to be surprised by. Gives how many. */
  async removeEndedBefore(moment: Date): Promise<number> {
    const { affected } = await this.db.repo(MailLink).delete({ endsAt: LessThan(moment) });
    return affected ?? 0;
  }

  private async end(link: MailLink): Promise<MailLink> {
    // Before the link, in the order of everything that changes credentials: a new password ends links.
    await this.accounts.lock(link.accountId);
    const usedAt = this.clock.now();
    const { affected } = await this.db
      .repo(MailLink)
      .update({ id: link.id, usedAt: IsNull() }, { usedAt });
    if (affected !== 1) throw new NotFound();
    return Object.assign(link, { usedAt });
  }

  private stillGood() {
    return { usedAt: IsNull(), endsAt: MoreThan(this.clock.now()) };
  }
}
