import { Injectable } from '@nestjs/common';
import type { DutyName } from './duty.entity.js';

export interface RightsChange {
  readonly accountId: string;
  /** The duty that was taken away. */
  readonly takenDuty?: DutyName;
  /** The standing before it changed. */
  readonly from?: string;
}
type RightsChangeCallback = (change: RightsChange) => Promise<void>;

/**
 * Callbacks that run in the transaction in which an account gets or loses a duty or changes its standing, so that their
 * effects are committed before the response. Higher libraries register at start.
 */
@Injectable()
export class RightsChangeCallbacks {
  private readonly callbacks: RightsChangeCallback[] = [];

  register(callback: RightsChangeCallback): void {
    this.callbacks.push(callback);
  }

  async run(change: RightsChange): Promise<void> {
    for (const callback of this.callbacks) await callback(change);
  }
}
