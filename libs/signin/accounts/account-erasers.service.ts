import { Injectable } from '@nestjs/common';

type Eraser = (accountId: string) => Promise<void>;

/**
 * Registry of erasers. A feature registers an eraser for data that foreign keys do not delete with the account row,
 * such as files, and texts in rows that stay. Erasers run in the transaction of the deletion.
 */
@Injectable()
export class AccountErasersService {
  private readonly erasers: Eraser[] = [];

  register(eraser: Eraser): void {
    this.erasers.push(eraser);
  }

  async erase(accountId: string): Promise<void> {
    for (const eraser of this.erasers) await eraser(accountId);
  }
}
