import { Injectable } from '@nestjs/common';

type Eraser = (accountId: string) => Promise<void>;

/**
 * Features register what must be erased before an account row is deleted and foreign keys do not delete: texts that
 * stay without an author, files. Erasers run in the transaction of the deletion.
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
