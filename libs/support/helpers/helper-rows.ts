import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict } from '#kernel/errors.js';
import { isId } from '#kernel/ids.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { CaseHelper, CaseHelperState } from './case-helper.entity.js';
import { HelperTexts } from './helper-texts.js';

interface HelperIds {
  readonly requestId: string;
  readonly helperId: string;
}

/** Reads outside helpers for the two-person act that shares a case. */
@Injectable()
export class HelperRows {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    readonly texts: HelperTexts,
  ) {}

  /** Null for an unknown helper, and for what is no id. */
  async find({ requestId, helperId }: HelperIds): Promise<CaseHelper | null> {
    if (!isId(requestId) || !isId(helperId)) return null;
    return this.db.repo(CaseHelper).findOneBy({ id: helperId, requestId });
  }

  request(id: string): Promise<SupportRequest | null> {
    return this.db.repo(SupportRequest).findOneBy({ id });
  }

  /** Throws Conflict unless the requester agreed to what has this hash, and the day has not passed. */
  async consented(request: SupportRequest, ids: HelperIds, hash: string): Promise<CaseHelper> {
    const helper = await this.find(ids);
    const isConsented = helper?.state === CaseHelperState.consented;
    if (!isConsented || !helper.accountId || helper.until! <= this.clock.now())
      throw new Conflict('support.noConsent');
    if (this.texts.hashOf(request, helper) !== hash) throw new Conflict('support.helperChanged');
    return helper;
  }
}
