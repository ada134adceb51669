import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AccessService } from '#access/access.service.js';
import { Database } from '#database/database.js';
import { Invalid } from '#kernel/errors.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import type { Viewer } from '#policy/viewer.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { SupportRequest } from '../support-request.entity.js';
import { CasePhrasesService, type PhraseHolder } from './case-phrases.service.js';
import type { CasePhrase } from './guest.inputs.js';
import { GuestRateLimits } from './guest-rate-limits.service.js';

/** Moves what an account wrote and may read in a case to another account. */
const MOVES = [
  'update support_request set requester_id = $2 where id = $1 and requester_id = $3',
  'update participation set account_id = $2 where case_id = $1 and account_id = $3',
  `update message m set account_id = $2 from channel c
   where c.case_id = $1 and m.channel_id = c.id and m.account_id = $3`,
  `update channel_reader r set account_id = $2 from channel c
   where c.case_id = $1 and r.channel_id = c.id and r.account_id = $3`,
  'update case_assignment set requester_id = $2 where request_id = $1 and requester_id = $3',
];

/** Opens cases by their recovery phrase, and keeps the case of an applicant whose account ends. */
@Injectable()
export class CaseGuestsService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly access: AccessService,
    private readonly accounts: AccountsService,
    private readonly erasers: AccountErasersService,
    private readonly phrases: CasePhrasesService,
    private readonly limits: GuestRateLimits,
  ) {}

  onModuleInit() {
    this.erasers.registerBefore((accountId) => this.keepCasesOf(accountId));
  }

  /** Throws Invalid on `words` for every phrase that opens no case, whatever the reason. */
  async open(words: string, ip: string): Promise<PhraseHolder> {
    const found = await this.limits.guess(ip, () => this.phrases.find(words));
    if (!found) throw new Invalid('input', { words: 'casePhraseWrong' });
    return found;
  }

  /** Gives a request of the viewer a new phrase. A guest's earlier one stops working. */
  takePhrase(viewer: Viewer, id: string): Promise<CasePhrase> {
    return this.db.write(async () => {
      const request = await this.access.load(SupportRequest, id, viewer, 'takePhrase');
      const { language } = await this.accounts.get(viewer.accountId);
      return { requestId: request.id, words: await this.phrases.make(request.id, language) };
    });
  }

  /** Gives each open request with a phrase a guest of its own, before the account of its requester is deleted. */
  private async keepCasesOf(requesterId: string): Promise<void> {
    const account = await this.accounts.find(requesterId);
    if (account?.standing !== Standing.applicant) return;
    const lock = { mode: 'pessimistic_write' } as const;
    const [where, order] = [{ requesterId, closedAt: IsNull() }, { id: 'ASC' }] as const;
    for (const { id } of await this.db.repo(SupportRequest).find({ where, order, lock })) {
      if (!(await this.phrases.has(id))) continue;
      const { language } = account;
      const guest = await this.accounts.create({ standing: Standing.guest, language });
      for (const sql of MOVES) await this.db.query(sql, [id, guest.id, requesterId]);
    }
  }
}
