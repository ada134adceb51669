import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Unauthenticated } from '#kernel/errors.js';
import type { Language } from '#kernel/language.js';
import { Account, Standing } from './account.entity.js';
import { Duty, type DutyName } from './duty.entity.js';

export interface Founder {
  readonly id: string;
  readonly isTaken: boolean;
  readonly duties: readonly DutyName[];
}

/** An account and the version of the credential (password or recovery phrase) that was verified. */
export type VerifiedCredential = Pick<Account, 'id' | 'credentialVersion'>;

/** The hashes against which a password or a recovery phrase is verified. */
export type AccountSecretHashes = VerifiedCredential &
  Pick<Account, 'passwordHash' | 'returnWordsHash'>;

/** Reads and writes accounts. Only a sign-in finds an account by its mail address. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws if the account does not exist. */
  get(id: string): Promise<Account> {
    return this.db.repo(Account).findOneByOrFail({ id });
  }

  find(id: string): Promise<Account | null> {
    return this.db.repo(Account).findOneBy({ id });
  }

  /**
   * Returns the account of a mail address with the columns that a sign-in needs. The caller must answer the same if
   * there is none.
   */
  byEmail(email: string): Promise<Account | null> {
    return this.db.repo(Account).findOne({
      where: { email },
      select: {
        id: true,
        email: true,
        standing: true,
        passwordHash: true,
        credentialVersion: true,
        language: true,
        emailConfirmedAt: true,
        idleSince: true,
      },
    });
  }

  /** Whether this is a removed member who may still appeal. Such a member can sign in, but only to appeal. */
  async isHeard(id: string): Promise<boolean> {
    const sql =
      'select 1 from heard_account where account_id = $1 and (until is null or until > $2)';
    return (await this.db.query(sql, [id, this.clock.now()])).length > 0;
  }

  /**
   * Locks the account, so that its credentials and standing do not change before COMMIT. Throws Unauthenticated if the
   * password or the recovery phrase was replaced after `credential` was verified, or if the account was deleted.
   */
  async lockVerified({ id, credentialVersion }: VerifiedCredential): Promise<Account> {
    this.db.assertWriting();
    const account = await this.lock(id);
    if (account?.credentialVersion !== credentialVersion)
      throw new Unauthenticated('signIn.refused');
    return account;
  }

  /** Returns the account, locked until COMMIT, or null if it was deleted. */
  lock(id: string): Promise<Account | null> {
    this.db.assertWriting();
    const lock = { mode: 'for_no_key_update' } as const;
    return this.db.repo(Account).findOne({ where: { id }, lock });
  }

  /** Whether the account may open sessions. A locked or former account may only while it can appeal a removal. */
  async canOpenSession({ id, standing }: Account): Promise<boolean> {
    if (standing === Standing.locked || standing === Standing.former) return this.isHeard(id);
    return true;
  }

  byRecoveryPhraseHash(returnWordsHash: Buffer): Promise<Account | null> {
    return this.db.repo(Account).findOneBy({ returnWordsHash });
  }

  /**
   * Deletes the recovery phrase if a password and a confirmed address exist: it would be a second permanent credential.
   * Without both it stays as the only way in.
   */
  async endRecoveryPhrase(id: string): Promise<void> {
    this.db.assertWriting();
    await this.db.query(
      `update account set return_words_hash = null
       where id = $1 and password_hash is not null and email_confirmed_at is not null and return_words_hash is not null`,
      [id],
    );
  }

  async create(account: Partial<Account>): Promise<Account> {
    const accounts = this.db.repo(Account);
    return accounts.save(accounts.create(account));
  }

  async update(id: string, change: Partial<Account>): Promise<void> {
    await this.db.repo(Account).update(id, change);
  }

  /**
   * Gives a founder an unconfirmed mail address if it is free. Mail may not work yet, and no other account exists whose
   * address this could disclose. If two founders claim the same address at once, the second fails as a duplicate.
   */
  async claimAddress(id: string, email: string): Promise<void> {
    this.db.assertWriting();
    await this.db.query(
      `update account set email = $2 where id = $1 and is_founder
         and not exists (select 1 from account where email = $2)`,
      [id, email],
    );
  }

  async setLanguage(id: string, language: Language): Promise<void> {
    await this.update(id, { language });
  }

  async dutiesOf(accountId: string): Promise<DutyName[]> {
    const duties = await this.db.repo(Duty).find({ where: { accountId }, order: { name: 'ASC' } });
    return duties.map((duty) => duty.name);
  }

  async grantDuty(accountId: string, name: DutyName): Promise<void> {
    await this.db.repo(Duty).insert({ accountId, name });
  }

  secretsOf(id: string): Promise<AccountSecretHashes> {
    const select = {
      id: true,
      credentialVersion: true,
      passwordHash: true,
      returnWordsHash: true,
    } as const;
    return this.db.repo(Account).findOneOrFail({ where: { id }, select });
  }

  async passwordHashOf(id: string): Promise<string | null> {
    const select = { id: true, passwordHash: true } as const;
    return (await this.db.repo(Account).findOneOrFail({ where: { id }, select })).passwordHash;
  }

  exist(): Promise<boolean> {
    return this.db.repo(Account).exists();
  }

  /** Ids of accounts that are due for deletion, longest overdue first. */
  async dueForDeletion(now: Date): Promise<string[]> {
    const due = await this.db.repo(Account).find({
      where: { deletionDueAt: LessThanOrEqual(now) },
      select: { id: true },
      order: { deletionDueAt: 'ASC', id: 'ASC' },
    });
    return due.map((account) => account.id);
  }

  /** Locks the row and returns whether it is still due: the owner may have undone the deletion meanwhile. */
  async isDueForDeletion(id: string, now: Date): Promise<boolean> {
    this.db.assertWriting();
    const sql = 'select 1 from account where id = $1 and deletion_due_at <= $2 for update';
    return (await this.db.query(sql, [id, now])).length > 0;
  }

  /** Deletes the account and, by cascade, every row that belongs to it. Run the erasers first. */
  async remove(id: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Account).delete(id);
  }

  /** Ids of staff accounts invited after the founding that nobody has set up. */
  async emptyStaffSeats(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select id from account where standing = 'staff' and password_hash is null and not is_founder order by id`,
    );
    return rows.map((row) => row.id);
  }

  /** Ids of active accounts with this duty. */
  async idsWithDuty(name: DutyName): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select a.id from account a join duty d on d.account_id = a.id and d.name = $1
       where a.standing in ('member', 'staff') and a.password_hash is not null`,
      [name],
    );
    return rows.map((row) => row.id);
  }

  /** The founders: whether each has set up their account, and their duties. */
  async founders(): Promise<Founder[]> {
    return this.db.query<Founder>(
      `select a.id, a.password_hash is not null as "isTaken", array_agg(d.name order by d.name) as duties
       from account a join duty d on d.account_id = a.id where a.is_founder
       group by a.id order by a.standing = 'staff' desc, a.created_at, a.id`,
    );
  }

  async countPastProbation(now: Date): Promise<number> {
    const [row] = await this.db.query<{ count: number }>(
      `select count(*)::int as count from account where standing = 'member' and password_hash is not null
         and (probation_ends_at is null or probation_ends_at <= $1)`,
      [now],
    );
    return row!.count;
  }

  /** Number of active accounts with this duty. */
  countWithDuty(name: DutyName): Promise<number> {
    return this.db
      .repo(Duty)
      .createQueryBuilder('duty')
      .innerJoin(Account, 'account', 'account.id = duty.account_id')
      .where(`duty.name = :name and account.standing in ('member', 'staff')`, { name })
      .andWhere('account.password_hash is not null')
      .getCount();
  }
}
