import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { Conflict, Invalid } from '#kernel/errors.js';
import { ChangeableSettingsService } from './changeable-settings.service.js';
import { parseHttpsAddress } from './https-address.js';
import { PublicSettingsService } from './public-settings.service.js';
import { SettingsService } from './settings.service.js';
import type { Operator } from './settings.view.js';

export const OPERATOR_SETTING = 'operator';
export const MAX_OPERATOR_NAME_LENGTH = 80;

/** The setting of the operator's name and contact, shown on public pages. */
@Injectable()
export class OperatorSetting implements OnModuleInit {
  constructor(
    private readonly changeable: ChangeableSettingsService,
    private readonly settings: SettingsService,
    private readonly shown: PublicSettingsService,
  ) {}

  onModuleInit() {
    this.changeable.register(OPERATOR_SETTING, {
      current: async () => (await this.settings.shown()).operator,
      check: (value) => this.check(value as Operator | null),
      apply: (value) => this.apply(value as Operator | null),
      shown: (from, to) => [
        { label: 'from', value: textOf(from as Operator | null) },
        { label: 'to', value: textOf(to as Operator | null) },
      ],
    });
  }

  private async check(value: Operator | null): Promise<void> {
    if (textOf(value) === textOf((await this.settings.shown()).operator))
      throw new Conflict('settings.same');
  }

  private async apply(value: Operator | null): Promise<void> {
    await this.settings.setOperator(value);
    this.shown.invalidate();
  }
}

/**
 * Parses the submitted operator; null if both fields are blank. Throws Invalid if only one is blank, or if the contact
 * is not a mail or https address.
 */
export function parseOperator({ name, contact }: Operator): Operator | null {
  if (name === '' && contact === '') return null;
  if (name === '') throw new Invalid('input', { name: 'blank' });
  if (contact === '') throw new Invalid('input', { contact: 'blank' });
  const address = isEmail(contact) ? contact : parseHttpsAddress(contact);
  if (!address) throw new Invalid('input', { contact: 'notReachable' });
  return { name, contact: address };
}

/** Name and contact on two lines, or the label key `nobody`. */
const textOf = (operator: Operator | null): string =>
  operator ? `${operator.name}\n${operator.contact}` : 'nobody';
