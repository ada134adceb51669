import { Injectable } from '@nestjs/common';

type Eraser = (accountId: string) => Promise<void>;

/**
 * Registry of erasers. A feature registers an eraser for data that foreign keys do not delete with the account row,
 * such as files, and texts in rows that stay. Erasers run in the transaction of the deletion.
 */
@Injectable()
export class AccountErasersService {
  private readonly before: Eraser[] = [];
  private readonly erasers: Eraser[] = [];

  register(eraser: Eraser): void {
    this.erasers.push(eraser);
  }

  /** Registers work that takes rows away from the account before the erasers delete what belongs to it. */
  registerBefore(work: Eraser): void {
    this.before.push(work);
  }

  async erase(accountId: string): Promise<void> {
    for (const work of this.before) await work(accountId);
    for (const eraser of this.erasers) await eraser(accountId);
  }
}
