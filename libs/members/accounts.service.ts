import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import type { Language } from '#kernel/language.js';
import { Account } from './account.entity.js';
import { Duty, type DutyName } from './duty.entity.js';

/** Reads and keeps accounts. Nobody finds an account by its address except its owner, signing in. */
@Injectable()
export class AccountsService {
  constructor(private readonly db: Database) {}

  /** The account of this id; throws when there is none. */
  get(id: string): Promise<Account> {
    return this.db.repo(Account).findOneByOrFail({ id });
  }

  byEmail(email: string): Promise<Account | null> {
    return this.db.repo(Account).findOne({
      where: { email },
      select: {
        id: true,
        email: true,
        standing: true,
        passwordHash: true,
        language: true,
        emailConfirmedAt: true,
      },
    });
  }

  byReturnWords(returnWordsHash: Buffer): Promise<Account | null> {
    return this.db.repo(Account).findOneBy({ returnWordsHash });
  }

  async create(account: Partial<Account>): Promise<Account> {
    const accounts = this.db.repo(Account);
    return accounts.save(accounts.create(account));
  }

  async update(id: string, change: Partial<Account>): Promise<void> {
    await this.db.repo(Account).update(id, change);
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
