import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { AuditService } from '#audit/audit.service.js';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import {
  type TwoPersonRequest,
  twoPersonPayloadOf,
  TwoPersonActKinds,
} from '#audit/two-person/two-person-act-kinds.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import type { Viewer } from '#policy/viewer.js';
import { ChangeableSettingsService } from './changeable-settings.service.js';

const KIND = 'changeSettings';

type Change = { readonly setting: string; readonly value: unknown };
type AskedChange = Change & { readonly from: unknown };

/** Changes settings as a two-person act of administrators: one requests a value, another approves it. */
@Injectable()
export class ChangeSettingsService implements OnModuleInit {
  constructor(
    private readonly access: AccessService,
    private readonly twoPerson: TwoPersonService,
    private readonly kinds: TwoPersonActKinds,
    private readonly settings: ChangeableSettingsService,
    private readonly audit: AuditService,
  ) {}

  onModuleInit() {
    this.kinds.register({
      kind: KIND,
      approver: 'administer',
      check: (asker, asked) => this.check(asker, asked),
      execute: (act, approver) => this.apply(act, approver),
      shown: (asked) => this.shown(asked),
    });
  }

  /** Requests the change of a setting. Each setting has at most one pending request. */
  async ask(viewer: Viewer, { setting, value }: Change, reason: string): Promise<TwoPersonAct> {
    const from = await this.settings.of(setting).current();
    const payload = { setting, value, from } satisfies AskedChange;
    return this.twoPerson.ask(viewer, { kind: KIND, subjectKey: setting, payload, reason });
  }

  private async check(asker: Viewer, asked: TwoPersonRequest): Promise<void> {
    this.access.allow(asker, 'change', 'Instance');
    const { setting, value } = twoPersonPayloadOf<Change>(asked);
    await this.settings.of(setting).check(value);
  }

  private async apply(act: TwoPersonAct, approver: Viewer): Promise<void> {
    const { setting, value } = twoPersonPayloadOf<Change>(act);
    await this.settings.of(setting).apply(value);
    const said = { action: 'change', subjectType: 'Instance', reason: setting } as const;
    await this.audit.record(approver, { ...said, duty: 'administer' });
  }

  private async shown(asked: TwoPersonRequest) {
    const { setting, from, value } = twoPersonPayloadOf<AskedChange>(asked);
    return [{ label: 'setting', value: setting }, ...this.settings.of(setting).shown(from, value)];
  }
}
