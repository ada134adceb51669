import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Conflict, Invalid } from '#kernel/errors.js';
import { ChangeableSettingsService } from './changeable-settings.service.js';
import { SettingsService } from './settings.service.js';

export const VOUCHES_NEEDED_SETTING = { setting: 'vouchesNeeded', least: 0, most: 3 } as const;

/** The setting of how many vouches an application needs once ten members are past probation. */
@Injectable()
export class VouchesNeededSetting implements OnModuleInit {
  constructor(
    private readonly changeable: ChangeableSettingsService,
    private readonly settings: SettingsService,
  ) {}

  onModuleInit() {
    this.changeable.register(VOUCHES_NEEDED_SETTING.setting, {
      current: () => this.current(),
      check: (value) => this.check(value),
      apply: (value) => this.settings.setVouchesNeeded(value as number),
      shown: (from, to) => [
        { label: 'from', value: String(from) },
        { label: 'to', value: String(to) },
      ],
    });
  }

  private async current(): Promise<number> {
    return (await this.settings.settled()).vouchesNeeded;
  }

  private async check(value: unknown): Promise<void> {
    const { least, most } = VOUCHES_NEEDED_SETTING;
    const isGood = Number.isInteger(value) && least <= Number(value) && Number(value) <= most;
    if (!isGood) throw new Invalid('input', { vouches: 'range' });
    if ((await this.current()) === value) throw new Conflict('settings.same');
  }
}
