import { Injectable } from '@nestjs/common';
import type { ShownFact } from '#audit/two-person/two-person-kinds.js';

/** One thing that an instance settles for itself, and that two administrators change. */
export interface ChangeableSetting {
  /** What it is now. */
  current(): Promise<unknown>;
  /** Throws Invalid for a value that it cannot have, and Conflict `settings.same` when it is so already. */
  check(value: unknown): Promise<void>;
  /** Makes it so, in the open transaction. */
  apply(value: unknown): Promise<void>;
  /** What it was when the change was asked for and what it would be, for those who read the request. */
  shown(from: unknown, to: unknown): readonly ShownFact[];
}

/** Features register what their part of the settings is, at start. */
@Injectable()
export class ChangeableSettings {
  private readonly settings = new Map<string, ChangeableSetting>();

  register(name: string, setting: ChangeableSetting): void {
    this.settings.set(name, setting);
  }

  of(name: string): ChangeableSetting {
    const setting = this.settings.get(name);
    if (!setting) throw new Error(`No setting is called ${name}`);
    return setting;
  }
}
