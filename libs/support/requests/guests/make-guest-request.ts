import { Injectable } from '@nestjs/common';
import { Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { AskSupport } from '../ask-support.js';
import { CaseTransitions } from '../case-transitions.js';
import { CasePhrasesService } from './case-phrases.service.js';
import type { AskAsGuestInput, GuestRequest } from './guest.inputs.js';

/** Makes a request with a guest and a phrase of its own. */
@Injectable()
export class MakeGuestRequest {
  constructor(
    private readonly accounts: AccountsService,
    private readonly asking: AskSupport,
    private readonly cases: CaseTransitions,
    private readonly phrases: CasePhrasesService,
  ) {}

  /** Call it inside a transaction. */
  async make({ language, ...answers }: AskAsGuestInput): Promise<GuestRequest> {
    const { id: guestId } = await this.accounts.create({ standing: Standing.guest, language });
    // The notes were recorded before there was a guest.
    const request = await this.asking.insert(guestId, { ...answers, excludedIds: [] }, null);
    const words = await this.phrases.make(request.id, language);
    await this.cases.news.notifyWaiting(request);
    return { requestId: request.id, guestId, words };
  }
}
