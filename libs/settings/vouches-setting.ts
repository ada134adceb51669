import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Conflict, Invalid } from '#kernel/errors.js';
import { ChangeableSettings } from './changeable-settings.js';
import { SettingsService } from './settings.service.js';

export const VOUCHES = { setting: 'vouchesNeeded', least: 0, most: 3 } as const;

/** How many vouches an application needs once ten members are past probation. */
@Injectable()
export class VouchesSetting implements OnModuleInit {
  constructor(
    private readonly changeable: ChangeableSettings,
    private readonly settings: SettingsService,
  ) {}

  onModuleInit() {
    this.changeable.register(VOUCHES.setting, {
      check: (value) => this.check(value),
      apply: (value) => this.settings.setVouchesNeeded(value as number),
      shown: async (value) => {
        const { vouchesNeeded } = await this.settings.settled();
        return [
          { label: 'from', value: String(vouchesNeeded) },
          { label: 'to', value: String(value) },
        ];
      },
    });
  }

  private async check(value: unknown): Promise<void> {
    const isGood =
      Number.isInteger(value) && VOUCHES.least <= Number(value) && Number(value) <= VOUCHES.most;
    if (!isGood) throw new Invalid('input', { vouches: 'range' });
    if ((await this.settings.settled()).vouchesNeeded === value)
      throw new Conflict('settings.same');
  }
}
