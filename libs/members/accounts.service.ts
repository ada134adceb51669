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

/** An account, and the version of the password or recovery words that somebody proved to have. */
export type Credential = Pick<Account, 'id' | 'credentialVersion'>;

/** What a password or recovery words are compared with. */
export type Secrets = Credential & Pick<Account, 'passwordHash' | 'returnWordsHash'>;

/** Reads and keeps accounts. Nobody finds an account by its address except its owner, signing in. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The account of this id; throws when there is none. */
  get(id: string): Promise<Account> {
    return this.db.repo(Account).findOneByOrFail({ id });
  }

  /** The account of this id, or null once it is gone. */
  find(id: string): Promise<Account | null> {
    return this.db.repo(Account).findOneBy({ id });
  }

  /** The account of this address, with what a sign-in needs. Whoever asks must answer the same when there is none. */
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

  /** Whether this is a former member whom moderation removed, and who is still heard: they come in, to that and no further. */
  async isHeard(id: string): Promise<boolean> {
    const sql =
      'select 1 from heard_account where account_id = $1 and (until is null or until > $2)';
    return (await this.db.query(sql, [id, this.clock.now()])).length > 0;
  }

  /**
   * Locks the account, so that its credentials and standing stay as they are until COMMIT. Throws Unauthenticated when the
   * password or the recovery words were replaced after `credential` was verified, or the account is gone.
   */
  async hold({ id, credentialVersion }: Credential): Promise<Account> {
    this.db.assertWriting();
    const account = await this.lock(id);
    if (account?.credentialVersion !== credentialVersion)
      throw new Unauthenticated('signIn.refused');
    return account;
  }

  /** The account of this id, locked until COMMIT, or null once it is gone. */
  lock(id: string): Promise<Account | null> {
    this.db.assertWriting();
    const lock = { mode: 'for_no_key_update' } as const;
    return this.db.repo(Account).findOne({ where: { id }, lock });
  }

  /** Whether sessions of this account may be opened: not while it is locked, and not once it is former and heard no more. */
  async mayEnter({ id, standing }: Account): Promise<boolean> {
    if (standing === Standing.locked || standing === Standing.former) return this.isHeard(id);
    return true;
  }

  byReturnWords(returnWordsHash: Buffer): Promise<Account | null> {
    return this.db.repo(Account).findOneBy({ returnWordsHash });
  }

  /**
   * Ends the recovery words where they are a second key: a password and a confirmed address are another way in. Without
   * both they stay, since there is no other.
   */
  async endReturnWords(id: string): Promise<void> {
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
   * Gives one of the first people an address that nobody has, before it is confirmed: mail may not work yet, and there is
   * nobody else whom that could tell something of. Of two who give the same one at once, the second fails as a duplicate.
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

  /** What an account's owner can prove themself with. */
  secretsOf(id: string): Promise<Secrets> {
    const select = {
      id: true,
      credentialVersion: true,
      passwordHash: true,
      returnWordsHash: true,
    } as const;
    return this.db.repo(Account).findOneOrFail({ where: { id }, select });
  }

  /** The hash of an account's password, or null. */
  async passwordHashOf(id: string): Promise<string | null> {
    const select = { id: true, passwordHash: true } as const;
    return (await this.db.repo(Account).findOneOrFail({ where: { id }, select })).passwordHash;
  }

  /** Whether there is any account at all. */
  exist(): Promise<boolean> {
    return this.db.repo(Account).exists();
  }

  /** Accounts whose deletion is due by now, the longest overdue first. */
  async dueForDeletion(now: Date): Promise<string[]> {
    const due = await this.db.repo(Account).find({
      where: { deletionDueAt: LessThanOrEqual(now) },
      select: { id: true },
      order: { deletionDueAt: 'ASC', id: 'ASC' },
    });
    return due.map((account) => account.id);
  }

  /** Whether it still is, with the row locked: it may have been undone meanwhile. */
  async isDueForDeletion(id: string, now: Date): Promise<boolean> {
    this.db.assertWriting();
    const sql = 'select 1 from account where id = $1 and deletion_due_at <= $2 for update';
    return (await this.db.query(sql, [id, now])).length > 0;
  }

  /** Removes the row, and with it every row that belongs to it. Run the erasers first. */
  async remove(id: string): Promise<void> {
    this.db.assertWriting();
    await this.db.repo(Account).delete(id);
  }

  /** Seats of staff, made after the founding, that nobody took. */
  async emptyStaffSeats(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select id from account where standing = 'staff' and password_hash is null and not is_founder order by id`,
    );
    return rows.map((row) => row.id);
  }

  /** Ids of living accounts with this duty, for what must be told to all of them. */
  async idsWithDuty(name: DutyName): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select a.id from account a join duty d on d.account_id = a.id and d.name = $1
       where a.standing in ('member', 'staff') and a.password_hash is not null`,
      [name],
    );
    return rows.map((row) => row.id);
  }

  /** The people of the founding: whether each took their seat, and their duties. */
  async founders(): Promise<Founder[]> {
    return this.db.query<Founder>(
      `select a.id, a.password_hash is not null as "isTaken", array_agg(d.name order by d.name) as duties
       from account a join duty d on d.account_id = a.id where a.is_founder
       group by a.id order by a.standing = 'staff' desc, a.created_at, a.id`,
    );
  }

  /** How many members are past probation. */
  async countPastProbation(now: Date): Promise<number> {
    const [row] = await this.db.query<{ count: number }>(
      `select count(*)::int as count from account where standing = 'member' and password_hash is not null
         and (probation_ends_at is null or probation_ends_at <= $1)`,
      [now],
    );
    return row!.count;
  }

  /** How many living members hold this duty. */
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
