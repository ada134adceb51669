import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Conflict, Invalid } from '#kernel/errors.js';
import { ChangeableSettingsService } from './changeable-settings.service.js';
import { MAX_RETENTION_DAYS } from './instance.entity.js';
import { SettingsService } from './settings.service.js';

export const MAX_RETENTION_SETTING = {
  setting: 'longestRetention',
  least: 1,
  most: MAX_RETENTION_DAYS,
} as const;

/** The setting of the maximum retention of channels, in days. */
@Injectable()
export class MaxRetentionSetting implements OnModuleInit {
  constructor(
    private readonly changeable: ChangeableSettingsService,
    private readonly settings: SettingsService,
  ) {}

  onModuleInit() {
    this.changeable.register(MAX_RETENTION_SETTING.setting, {
      current: () => this.settings.longestRetentionDays(),
      check: (value) => this.check(value),
      apply: (value) => this.settings.setLongestRetention(value as number),
      shown: (from, to) => [
        { label: 'from', value: String(from) },
        { label: 'to', value: String(to) },
      ],
    });
  }

  private async check(value: unknown): Promise<void> {
    const { least, most } = MAX_RETENTION_SETTING;
    const isGood = Number.isInteger(value) && least <= Number(value) && Number(value) <= most;
    if (!isGood) throw new Invalid('input', { days: 'range' });
    if ((await this.settings.longestRetentionDays()) === value) throw new Conflict('settings.same');
  }
}
