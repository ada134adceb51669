import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Config } from '#kernel/config.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import { ChangeableSettingsService } from './changeable-settings.service.js';
import { parseHttpsAddress } from './https-address.js';
import { PublicSettingsService } from './public-settings.service.js';
import { SettingsService } from './settings.service.js';

export const QUICK_EXIT_ADDRESS_SETTING = 'exitAddress';

/** The setting of the address that quick exit opens. */
@Injectable()
export class QuickExitSetting implements OnModuleInit {
  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly changeable: ChangeableSettingsService,
    private readonly settings: SettingsService,
    private readonly shown: PublicSettingsService,
  ) {}

  onModuleInit() {
    this.changeable.register(QUICK_EXIT_ADDRESS_SETTING, {
      current: async () => (await this.settings.shown()).exitAddress,
      check: (value) => this.check(value as string | null),
      apply: (value) => this.apply(value as string | null),
      shown: (from, to) => [
        { label: 'from', value: textOf(from as string | null) },
        { label: 'to', value: textOf(to as string | null) },
      ],
    });
  }

  /** Parses the submitted address; null if blank. Throws Invalid unless it is an https URL of another host. */
  parse(typed: string): string | null {
    if (typed === '') return null;
    const address = parseHttpsAddress(typed);
    if (!address) throw new Invalid('input', { address: 'notHttps' });
    if (hostOf(address) === hostOf(this.config.origin))
      throw new Invalid('input', { address: 'ownAddress' });
    return address;
  }

  private async check(value: string | null): Promise<void> {
    if ((await this.settings.shown()).exitAddress === value) throw new Conflict('settings.same');
  }

  private async apply(value: string | null): Promise<void> {
    await this.settings.setExitAddress(value);
    this.shown.invalidate();
  }
}

/** The host without port and trailing dot, because variants of both may lead to this instance. */
const hostOf = (address: string): string => new URL(address).hostname.replace(/\.$/, '');

/** The address, or the label key `neutralPage`. */
const textOf = (address: string | null): string => address ?? 'neutralPage';
