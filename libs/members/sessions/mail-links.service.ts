import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan, Not } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock, HOUR } from '#kernel/clock.js';
import { Invalid, NotFound } from '#kernel/errors.js';
import { hashToken, newToken } from '#kernel/ids.js';
import {
  randomHumanCodeIndexes,
  HUMAN_CODE_ALPHABET,
  normaliseHumanCode,
} from '#kernel/human-code.js';
import { AccountsService } from '../accounts.service.js';
import { type MailLinkPurpose, MailLink } from './mail-link.entity.js';

const LASTS: Record<MailLinkPurpose, number> = {
  'set-up': 72 * HOUR,
  'confirm-address': 72 * HOUR,
  'change-address': 72 * HOUR,
  'keep-address': 72 * HOUR,
  'reset-password': HOUR,
};

/** Purposes with several valid links at a time, since mails may arrive out of order. */
const SEVERAL: readonly MailLinkPurpose[] = ['keep-address', 'reset-password'];

/** Number of characters of the code. Each has five random bits, so the code cannot be guessed. */
const CODE_LENGTH = 28;

/** Creates single-use links, gives them a secret when they are mailed, and uses them up. */
@Injectable()
export class MailLinksService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
  ) {}

  /**
   * Creates a link without a secret. It replaces an earlier one of the same purpose, unless that purpose allows
   * several.
   */
  async make(
    accountId: string,
    purpose: MailLinkPurpose,
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

  /** Returns the link if it is still valid, or null. */
  living(id: string): Promise<MailLink | null> {
    return this.db.repo(MailLink).findOneBy({ id, ...this.stillGood() });
  }

  /** Sets and returns a new secret, which is not stored; an earlier secret stops working. */
  async giveSecret(id: string): Promise<string> {
    const token = newToken();
    await this.db.repo(MailLink).update(id, { tokenHash: hashToken(token) });
    return token;
  }

  /** Makes the link require a code in addition to its secret. */
  async askForCode(id: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(MailLink).update(id, { needsCode: true });
  }

  /** Sets and returns the code, which is not stored. */
  async giveCode(id: string): Promise<string> {
    const code = randomHumanCodeIndexes(CODE_LENGTH)
      .map((sign) => HUMAN_CODE_ALPHABET[sign])
      .join('');
    await this.db.repo(MailLink).update(id, { codeHash: hashToken(code) });
    return code;
  }

  /** Returns the valid link of a secret, or null. Changes nothing. */
  find(token: string, ...purposes: MailLinkPurpose[]): Promise<MailLink | null> {
    const tokenHash = hashToken(token);
    const good = this.stillGood();
    const where = purposes.map((purpose) => ({ tokenHash, purpose, ...good }));
    return this.db.repo(MailLink).findOneBy(where);
  }

  /** Uses a link up. Throws NotFound if it needs a code or was already used, even by a concurrent call. */
  async use(token: string, ...purposes: MailLinkPurpose[]): Promise<MailLink> {
    this.db.assertWriting();
    const link = await this.find(token, ...purposes);
    if (!link || link.needsCode) throw new NotFound();
    return this.end(link);
  }

  /** Like `use`, for a link that may need a code. Throws Invalid with the field `code` if the code is wrong. */
  async useWithCode(token: string, code: string, purpose: MailLinkPurpose): Promise<MailLink> {
    this.db.assertWriting();
    const link = await this.find(token, purpose);
    if (!link) throw new NotFound();
    const isRight = link.codeHash?.equals(hashToken(normaliseHumanCode(code)));
    if (link.needsCode && !isRight) throw new Invalid('input', { code: 'codeWrong' });
    return this.end(link);
  }

  pendingOf(accountId: string, purpose: MailLinkPurpose): Promise<MailLink | null> {
    return this.db.repo(MailLink).findOneBy({ accountId, purpose, ...this.stillGood() });
  }

  /** Returns the valid links with which owners can keep a mail address on the account. */
  keepersOf(accountId: string): Promise<MailLink[]> {
    return this.db
      .repo(MailLink)
      .findBy({ accountId, purpose: 'keep-address', ...this.stillGood() });
  }

  /**
   * Deletes every link of the account except those that keep an address. A thief of the account must not be able to
   * delete these.
   */
  async cancelAll(accountId: string): Promise<void> {
    this.db.assertWriting();
    await this.accounts.lock(accountId); // Wait for a link that is being created, to delete it too.
    await this.db.repo(MailLink).delete({ accountId, purpose: Not('keep-address' as const) });
  }

  async cancel(accountId: string, purpose: MailLinkPurpose): Promise<void> {
    await this.db.repo(MailLink).delete({ accountId, purpose });
  }

  /** Deletes links that expired before this date, used ones included. Returns their number. */
  async removeEndedBefore(moment: Date): Promise<number> {
    const { affected } = await this.db.repo(MailLink).delete({ endsAt: LessThan(moment) });
    return affected ?? 0;
  }

  private async end(link: MailLink): Promise<MailLink> {
    // Locks the account before the link, in the same order as changes of credentials, because a new password deletes
    // links.
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
