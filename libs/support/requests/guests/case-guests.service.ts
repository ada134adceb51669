import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Invalid } from '#kernel/errors.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { isRecoveryPhrase } from '#members/recovery-phrase.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import type { Viewer } from '#policy/viewer.js';
import { SupportRequest } from '../support-request.entity.js';
import { CasePhrasesService, type PhraseHolder } from './case-phrases.service.js';
import type { CasePhrase, SavedCasePhraseInput } from './guest.inputs.js';
import { GuestRateLimits } from './guest-rate-limits.service.js';

/** Opens cases by their recovery phrases, and makes the phrases. */
@Injectable()
export class CaseGuestsService {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly phrases: CasePhrasesService,
    private readonly limits: GuestRateLimits,
  ) {}

  /**
   * Throws Invalid on `words` for every phrase that opens no case, whatever the reason. A new phrase ends the earlier one and
   * the sessions that it opened.
   */
  async open(words: string, ip: string): Promise<PhraseHolder> {
    const isPossible = isRecoveryPhrase(words);
    const found = await this.limits.guess(ip, isPossible, () => this.phrases.find(words));
    if (!found) throw wrongPhrase();
    if (!found.isNew) return found;
    await this.db.write(async () => {
      // Otherwise another browser has just replaced the phrase, possibly with one that is newer than this.
      if ((await this.phrases.replace(found.requestId, words)) === 'wrong') throw wrongPhrase();
      await this.sessions.endAll(found.guestId, PHRASE_REPLACED);
    });
    return found;
  }

  /** Gives a request of the viewer a new phrase. An earlier one works until `confirmSaved`, or until this one is used. */
  takePhrase(viewer: Viewer, id: string): Promise<CasePhrase> {
    return this.db.write(async () => {
      const request = await this.access.load(SupportRequest, id, viewer, 'takePhrase');
      const { language } = await this.accounts.get(viewer.accountId);
      return { requestId: request.id, words: await this.phrases.make(request.id, language) };
    });
  }

  /**
   * Ends the earlier phrase of a request, and the sessions of the case in other browsers. Throws Invalid if these are not the
   * words of its latest phrase.
   */
  async confirmSaved(viewer: Viewer, { requestId, words }: SavedCasePhraseInput): Promise<void> {
    await this.db.write(async () => {
      const { id } = await this.access.load(SupportRequest, requestId, viewer, 'takePhrase');
      const outcome = await this.phrases.replace(id, words);
      if (outcome === 'wrong') throw wrongPhrase();
      if (outcome !== 'replaced' || viewer.standing !== Standing.guest) return;
      await this.sessions.endAll(viewer.accountId, PHRASE_REPLACED, viewer.sessionId);
    });
  }
}

const PHRASE_REPLACED = 'phrase-replaced';
const wrongPhrase = () => new Invalid('input', { words: 'casePhraseWrong' });
