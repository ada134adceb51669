import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import { MemberBlocked } from '#members/members.events.js';
import { WithdrawInterpreter } from './withdraw-interpreter.js';

/** Withdraws interpreters after a block, which is no conflict of interest and so not known to the policy. */
@Injectable()
export class InterpretersHandlers {
  constructor(private readonly withdrawals: WithdrawInterpreter) {}

  @On(MemberBlocked)
  whenAMemberBlocksAnother(ids: {
    readonly blockerId: string;
    readonly blockedId: string;
  }): Promise<void> {
    return this.withdrawals.withdrawBetween(ids.blockerId, ids.blockedId);
  }
}
