import { Injectable } from '@nestjs/common';

type Eraser = (accountId: string) => Promise<void>;

/**
 * What must be done before an account's row goes, where the foreign keys alone do not do it: texts that stay without
 * an author, files. Features register theirs; they run in the transaction of the deletion.
 */
@Injectable()
export class ErasersService {
  private readonly erasers: Eraser[] = [];

  register(eraser: Eraser): void {
    this.erasers.push(eraser);
  }

  async erase(accountId: string): Promise<void> {
    for (const eraser of this.erasers) await eraser(accountId);
  }
}
