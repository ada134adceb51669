import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Standing } from '#members/account.entity.js';
import { AccountsService } from '#members/accounts.service.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { CasePhrasesService } from './case-phrases.service.js';
import { freezeRecusals } from './case-recusals.js';

/** Moves what an account wrote and may read in a case to another account. */
const MOVES = [
  'update support_request set requester_id = $2 where id = $1 and requester_id = $3',
  'update participation set account_id = $2 where case_id = $1 and account_id = $3',
  `update message m set account_id = $2 from channel c
   where c.case_id = $1 and m.channel_id = c.id and m.account_id = $3`,
  `update attachment f set account_id = $2 from channel c
   where c.case_id = $1 and f.channel_id = c.id and f.account_id = $3`,
  `update channel_reader r set account_id = $2 from channel c
   where c.case_id = $1 and r.channel_id = c.id and r.account_id = $3`,
  'update case_assignment set requester_id = $2 where request_id = $1 and requester_id = $3',
  'update introductory_call set requester_id = $2 where request_id = $1 and requester_id = $3',
  'update interpretation set requester_id = $2 where request_id = $1 and requester_id = $3',
];

/** Keeps the cases of an applicant whose account ends. */
@Injectable()
export class KeptCasesService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly erasers: AccountErasersService,
    private readonly phrases: CasePhrasesService,
  ) {}

  onModuleInit() {
    this.erasers.registerBefore((accountId) => this.keepCasesOf(accountId));
  }

  /**
   * Gives each case with a phrase a guest of its own, before the account of its requester is deleted: also a closed one, and
   * together with the requests that continue in it.
   */
  private async keepCasesOf(requesterId: string): Promise<void> {
    const account = await this.accounts.find(requesterId);
    if (account?.standing !== Standing.applicant) return;
    const { language } = account;
    for (const ids of await this.phrases.casesOf(requesterId)) {
      const guest = await this.accounts.create({ standing: Standing.guest, language });
      for (const id of ids) {
        await freezeRecusals(this.db, id, requesterId);
        for (const sql of MOVES) await this.db.query(sql, [id, guest.id, requesterId]);
      }
    }
  }
}
