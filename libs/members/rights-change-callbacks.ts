import { Injectable } from '@nestjs/common';

type RightsChangeCallback = (accountId: string) => Promise<void>;

/**
 * Callbacks that run in the transaction in which an account loses a duty or changes its standing, so that their effects
 * are committed before the response. Higher libraries register at start.
 */
@Injectable()
export class RightsChangeCallbacks {
  private readonly callbacks: RightsChangeCallback[] = [];

  register(callback: RightsChangeCallback): void {
    this.callbacks.push(callback);
  }

  async run(accountId: string): Promise<void> {
    for (const callback of this.callbacks) await callback(accountId);
  }
}
