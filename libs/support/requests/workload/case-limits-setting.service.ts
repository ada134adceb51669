import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { ChangeSettingsService } from '#settings/change-settings.service.js';
import { ChangeableSettingsService } from '#settings/changeable-settings.service.js';
import { SettingsService } from '#settings/settings.service.js';
import { areValidCaseLimits, type CaseLimits, DEFAULT_CASE_LIMITS } from './case-limits.js';

export const CASE_LIMITS_SETTING = 'caseLimits';

/** The limits of each supporter, a setting that two administrators change. */
@Injectable()
export class CaseLimitsSetting implements OnModuleInit {
  constructor(
    private readonly access: AccessService,
    private readonly settings: SettingsService,
    private readonly changeable: ChangeableSettingsService,
    private readonly changes: ChangeSettingsService,
  ) {}

  onModuleInit() {
    this.changeable.register(CASE_LIMITS_SETTING, {
      current: () => this.current(),
      check: (value) => this.check(value as CaseLimits),
      apply: (value) => this.settings.setCaseLimits(value as CaseLimits),
      shown: (from, to) => [
        { label: 'from', value: textOf(from as CaseLimits) },
        { label: 'to', value: textOf(to as CaseLimits) },
      ],
    });
  }

  async current(): Promise<CaseLimits> {
    const limits = (await this.settings.instance())?.caseLimits as CaseLimits | null | undefined;
    return limits ?? DEFAULT_CASE_LIMITS;
  }

  read(viewer: Viewer): Promise<CaseLimits> {
    this.access.allow(viewer, 'change', 'Instance');
    return this.current();
  }

  /** Requests other limits; another administrator approves them. */
  ask(viewer: Viewer, value: CaseLimits, reason: string) {
    return this.changes.ask(viewer, { setting: CASE_LIMITS_SETTING, value }, reason);
  }

  private async check(value: CaseLimits): Promise<void> {
    if (!areValidCaseLimits(value)) throw new Invalid('input', { urgent: 'range' });
    if (textOf(value) === textOf(await this.current())) throw new Conflict('settings.same');
  }
}

/** Open and urgent cases, as `8 · 2`; the label of the setting explains the order. */
const textOf = ({ open, urgent }: CaseLimits): string => `${open} · ${urgent}`;
