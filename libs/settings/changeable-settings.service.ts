import { Injectable } from '@nestjs/common';
import type { TwoPersonRequestDetail } from '#audit/two-person/two-person-act-kinds.js';

/** One setting of the instance that two administrators can change. */
export interface ChangeableSetting {
  /** The current value. */
  current(): Promise<unknown>;
  /** Throws Invalid for an invalid value, and Conflict `settings.same` for the current value. */
  check(value: unknown): Promise<void>;
  /** Applies the value in the current transaction. */
  apply(value: unknown): Promise<void>;
  /** The old value (when the change was requested) and the new value, as text for the approver. */
  shown(from: unknown, to: unknown): readonly TwoPersonRequestDetail[];
}

/** Registry of settings. Features register theirs at start. */
@Injectable()
export class ChangeableSettingsService {
  private readonly settings = new Map<string, ChangeableSetting>();

  register(name: string, setting: ChangeableSetting): void {
    this.settings.set(name, setting);
  }

  of(name: string): ChangeableSetting {
    const setting = this.settings.get(name);
    if (!setting) throw new Error(`Unknown setting ${name}: register it at start`);
    return setting;
  }
}
