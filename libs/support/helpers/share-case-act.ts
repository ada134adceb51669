import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import type { TwoPersonAct } from '#audit/two-person/two-person-act.entity.js';
import {
  type TwoPersonRequest,
  type TwoPersonRequestDetail,
  twoPersonPayloadOf,
  TwoPersonActKinds,
} from '#audit/two-person/two-person-act-kinds.js';
import { TwoPersonService } from '#audit/two-person/two-person.service.js';
import { NotFound } from '#kernel/errors.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import type { ShareCaseInput } from './case-helper.inputs.js';
import { SHARE_CASE_ACT_KIND } from './helper-acts.js';
import { HelperParts } from './helper-parts.js';
import { HelperRows } from './helper-rows.js';

/** Ids, and the hash to which the requester agreed. The texts stay in the row. */
type ShareCasePayload = {
  readonly requestId: string;
  readonly helperId: string;
  readonly hash: string;
};

/**
 * Registers the two-person act that shares a case with an outside helper. Its key is the id of the helper. The view
 * `two_person_tie` keeps it from the requester, the helper and supporters who are recused from the case. It has no
 * `about_id`: the supporters of a case are tied to its requester, and so could not ask.
 */
@Injectable()
export class ShareCaseAct implements OnModuleInit {
  constructor(
    private readonly access: AccessService,
    private readonly kinds: TwoPersonActKinds,
    private readonly twoPerson: TwoPersonService,
    private readonly rows: HelperRows,
    private readonly parts: HelperParts,
  ) {}

  onModuleInit() {
    this.kinds.register({
      kind: SHARE_CASE_ACT_KIND,
      approver: 'support',
      check: (asker, asked) => this.check(asker, asked),
      execute: (act, approver) => this.apply(act, approver),
      shown: (asked) => this.shown(asked),
    });
  }

  /** Asks another supporter to approve. Throws Conflict without the requester's consent. */
  async ask(viewer: Viewer, { requestId, helperId, reason }: ShareCaseInput) {
    const request = await this.access.load(SupportRequest, requestId, viewer, 'leadHelpers');
    const helper = await this.rows.find({ requestId: request.id, helperId });
    if (!helper) throw new NotFound();
    const hash = helper.text ? this.rows.texts.hashOf(request, helper) : '';
    const act = await this.twoPerson.ask(viewer, {
      ...{ kind: SHARE_CASE_ACT_KIND, subjectKey: helper.id, reason },
      payload: { requestId: request.id, helperId: helper.id, hash },
    });
    return act;
  }

  /** The asker leads the case, and the requester still agrees to exactly this text, name and day. Locks the request. */
  private async check(asker: Viewer, asked: TwoPersonRequest): Promise<void> {
    const payload = twoPersonPayloadOf<ShareCasePayload>(asked);
    const { requestId, hash } = payload;
    const request = await this.access.load(SupportRequest, requestId, asker, 'leadHelpers');
    await this.rows.consented(request, payload, hash);
  }

  private async apply(act: TwoPersonAct, approver: Viewer): Promise<void> {
    const payload = twoPersonPayloadOf<ShareCasePayload>(act);
    const request = await this.rows.request(payload.requestId);
    if (!request) throw new NotFound();
    const helper = await this.rows.consented(request, payload, payload.hash);
    await this.parts.open(approver, request, helper);
  }

  /** Reads the entry that the hash names; nothing of one that has ended. */
  private async shown(asked: TwoPersonRequest): Promise<readonly TwoPersonRequestDetail[]> {
    const payload = twoPersonPayloadOf<ShareCasePayload>(asked);
    const [helper, request] = await Promise.all([
      this.rows.find(payload),
      this.rows.request(payload.requestId),
    ]);
    const { texts } = this.rows;
    if (!helper || !request || helper.endedAt || texts.hashOf(request, helper) !== payload.hash)
      return [{ label: 'state', value: 'ended' }];
    return [
      { label: 'name', value: texts.decrypt(request, helper, 'name') ?? '' },
      { label: 'text', value: texts.decrypt(request, helper, 'text') ?? '' },
      { label: 'until', value: helper.until?.toISOString().slice(0, 10) ?? '' },
    ];
  }
}
