import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Conflict, Invalid } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { ChangeSettingsService } from '#settings/change-settings.service.js';
import { ChangeableSettingsService } from '#settings/changeable-settings.service.js';
import { SettingsService } from '#settings/settings.service.js';
import { isLinkTemplate, newLinkOf } from './link-template.js';

export const CALL_LINK_TEMPLATE_SETTING = 'callLinkTemplate';

/**
 * The address of which the links of calls are made. Two administrators change it: whoever runs the host of it could
 * listen to the calls.
 */
@Injectable()
export class LinkTemplateSetting implements OnModuleInit {
  constructor(
    private readonly access: AccessService,
    private readonly settings: SettingsService,
    private readonly changeable: ChangeableSettingsService,
    private readonly changes: ChangeSettingsService,
  ) {}

  onModuleInit() {
    this.changeable.register(CALL_LINK_TEMPLATE_SETTING, {
      current: async () => (await this.current()) ?? '',
      check: (value) => this.check(value as string),
      apply: (value) => this.settings.setCallLinkTemplate((value as string) || null),
      shown: (from, to) => [
        { label: 'from', value: from as string },
        { label: 'to', value: to as string },
      ],
    });
  }

  /** Returns null if no template is set. */
  async current(): Promise<string | null> {
    return (await this.settings.instance())?.callLinkTemplate ?? null;
  }

  read(viewer: Viewer): Promise<string | null> {
    this.access.allow(viewer, 'change', 'Instance');
    return this.current();
  }

  /** Requests another template, or none if it is blank; another administrator approves it. */
  ask(viewer: Viewer, value: string, reason: string) {
    return this.changes.ask(viewer, { setting: CALL_LINK_TEMPLATE_SETTING, value }, reason);
  }

  /** A new link made of the template; null without one. */
  async newLink(): Promise<string | null> {
    const template = await this.current();
    return template && newLinkOf(template);
  }

  private async check(value: string): Promise<void> {
    if (value && !isLinkTemplate(value)) throw new Invalid('input', { template: 'noTemplate' });
    if (value === ((await this.current()) ?? '')) throw new Conflict('settings.same');
  }
}
